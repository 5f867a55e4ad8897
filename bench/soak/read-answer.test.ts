import { en } from "../../app/i18n/messages/en";
import type { Ask } from "./asks";
import { readAnswer } from "./read-answer";

const api: Ask = { kind: "api", method: "GET", path: "/api/movies?query=a", key: "search?query=a" };
const page: Ask = { kind: "page", method: "GET", path: "/?query=a", key: "search?query=a" };
const json = { "content-type": "application/json" };
const html = { "content-type": "text/html; charset=utf-8" };
const problem = { "content-type": "application/problem+json" };
const cache = { source: "cache", hits: 3, stale: false, fetchedAt: "2026-01-01T00:00:00.000Z" };
const wrongOf = (...given: Parameters<typeof readAnswer>) => readAnswer(...given).wrong;

it("reads what the API tells", () => {
  const body = JSON.stringify({ results: [], cache });
  expect(readAnswer(api, { status: 200, headers: json, body })).toEqual({ told: cache, wrong: null });
  const uncounted = JSON.stringify({ cache: { ...cache, hits: null } });
  expect(readAnswer(api, { status: 200, headers: json, body: uncounted }).told?.hits).toBeNull();
});

it.each(["{", "{}", JSON.stringify({ cache: { ...cache, hits: -1 } })])("finds %s wrong", (body) => {
  expect(wrongOf(api, { status: 200, headers: json, body })).toMatch(/does not say/);
});

it("reads what a page tells, in the interface's own words", () => {
  const told = (words: string) =>
    readAnswer(page, { status: 200, headers: html, body: `<p>${words}</p>` }).told;
  const { tmdb, hit, uncounted, stale } = en.source;
  expect(told(tmdb)).toEqual({ source: "tmdb", hits: 0, stale: false, fetchedAt: null });
  expect(told(hit.replace("{hits}", "12"))).toMatchObject({ source: "cache", hits: 12, stale: false });
  expect(told(`${uncounted} · ${stale}`)).toMatchObject({ source: "cache", hits: null, stale: true });
  expect(told("nothing of it")).toBeNull();
});

it("takes an error of the API only as a problem document that says when to come back", () => {
  const body = JSON.stringify({ status: 429 });
  expect(wrongOf(api, { status: 429, headers: { ...problem, "retry-after": "2" }, body })).toBeNull();
  expect(wrongOf(api, { status: 429, headers: problem, body })).toMatch(/without Retry-After/);
  expect(wrongOf(api, { status: 502, headers: html, body: "Bad gateway" })).toMatch(/no problem document/);
  expect(wrongOf(api, { status: 502, headers: problem, body })).toMatch(/says otherwise/);
  expect(wrongOf(page, { status: 502, headers: html, body: "" })).toBeNull();
});

it("takes one status only for a wrong request", () => {
  const wrong: Ask = { kind: "wrong", method: "GET", path: "/api/nothing", key: null, refusal: 404 };
  const body = JSON.stringify({ status: 404 });
  expect(wrongOf(wrong, { status: 404, headers: problem, body })).toBeNull();
  expect(wrongOf(wrong, { status: 200, headers: json, body: "{}" })).toMatch(/is to get 404/);
});
