import { NextRequest } from "next/server";

import { isFromHere, isOfRouter } from "./sender";

const ADDRESS = "http://192.168.1.5:3000";
const HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
const OURS = `${ADDRESS}/lists/popular?page=2`;

const requestOf = (headers: Record<string, string>) =>
  new NextRequest(`${ADDRESS}/movies/603`, { headers: { Host: "192.168.1.5:3000", ...headers } });

it.each([
  ["a link that a browser follows", { "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin" }, false],
  ["the router", { "Sec-Fetch-Dest": "empty", "Sec-Fetch-Site": "same-origin" }, true],
  ["a link on an address that is not trustworthy", { Accept: HTML, Referer: OURS }, false],
  ["an address that is typed there", { Accept: HTML }, false],
  ["the router there", { Accept: "*/*", Referer: OURS }, true],
  ["the router there, with a header of its own", { Accept: "*/*", Referer: OURS, RSC: "1" }, true],
  ["a program", { Accept: "*/*" }, false],
  ["a program that says nothing", {}, false],
  [
    "a program that follows a link of another site",
    { Accept: "*/*", Referer: "https://example.com/" },
    false,
  ],
  ["a program whose page is no address", { Accept: "*/*", Referer: "nowhere" }, false],
])("%s asks for data: %j %s", (_, headers, expected) => {
  expect(isOfRouter(requestOf(headers))).toBe(expected);
});

it.each([
  [{ "Sec-Fetch-Site": "same-origin" }, true],
  [{ "Sec-Fetch-Site": "cross-site", Referer: OURS }, false],
  [{ "Sec-Fetch-Site": "none" }, false],
  [{ Referer: OURS }, true],
  [{ Referer: "http://192.168.1.5:8080/" }, false],
  [{ Referer: "https://movies.example/about", "X-Forwarded-Host": "movies.example" }, true],
  [{ Referer: OURS, "X-Forwarded-Host": "movies.example" }, false],
  [{}, false],
])("%j comes from a page of ours: %s", (headers, expected) => {
  expect(isFromHere(requestOf(headers))).toBe(expected);
});
