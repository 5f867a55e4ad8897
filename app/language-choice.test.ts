import { NextRequest, NextResponse } from "next/server";

import { chooseLanguage, rememberLanguage } from "./language-choice";

const GERMAN = { "Accept-Language": "de-AT, en;q=0.5" };
/** A visit by a link of another page of ours, and what the router asks for. */
const FOLLOWED = { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "document" };
const ROUTED = { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "empty" };
/** The same where a browser takes the address for not trustworthy, and says less. */
const OURS = { Host: "movies.example", Referer: "https://movies.example/about" };
const FOLLOWED_THERE = { ...OURS, Accept: "text/html,*/*;q=0.8" };
const ROUTED_THERE = { ...OURS, Accept: "*/*" };

const requestOf = (path: string, headers: Record<string, string>) =>
  new NextRequest(`https://movies.example${path}`, { headers: { ...GERMAN, ...headers } });

/** Where a request is led to; undefined where it is not. */
const leadTo = (path: string, headers: Record<string, string> = {}) =>
  chooseLanguage(requestOf(path, headers))?.headers.get("Location");

function remembered(path: string, headers: Record<string, string> = {}): string | undefined {
  const response = NextResponse.next();
  rememberLanguage(requestOf(path, headers), response);
  return response.cookies.get("language")?.value;
}

describe("the start page", () => {
  it("leads to the language that was used last, else to the preferred one", () => {
    expect(leadTo("/")).toBe("https://movies.example/de");
    expect(leadTo("/", { Cookie: "language=fr" })).toBe("https://movies.example/fr");
    expect(leadTo("/", { Cookie: "language=en" })).toBeUndefined();
  });

  it.each([FOLLOWED, ROUTED, FOLLOWED_THERE, ROUTED_THERE])(
    "in English is a choice for who comes from an English page: %j",
    (headers) => {
      expect(leadTo("/", headers)).toBeUndefined();
      expect(leadTo("/", { ...headers, Cookie: "language=de" })).toBeUndefined();
      expect(remembered("/", headers)).toBe("en");
      expect(remembered("/", { ...headers, Cookie: "language=de" })).toBe("en");
      expect(remembered("/", { ...headers, Cookie: "language=en" })).toBeUndefined();
    },
  );

  it("is no choice for who comes from elsewhere", () => {
    const elsewhere = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document" };
    expect(leadTo("/", elsewhere)).toBe("https://movies.example/de");
    expect(remembered("/", { ...elsewhere, Cookie: "language=en" })).toBeUndefined();
  });
});

describe("every other address", () => {
  it("stays in the language that it names, and a visit remembers that", () => {
    expect(leadTo("/fr/about")).toBeUndefined();
    expect(leadTo("/about")).toBeUndefined();
    expect(remembered("/fr/about", { "Sec-Fetch-Dest": "document" })).toBe("fr");
    expect(remembered("/fr/about", FOLLOWED_THERE)).toBe("fr");
    expect(remembered("/fr/about", ROUTED)).toBeUndefined();
    expect(remembered("/fr/about", ROUTED_THERE)).toBeUndefined();
    expect(remembered("/about", FOLLOWED)).toBeUndefined();
  });

  it("that names English leads to the one that does not, and remembers it", () => {
    const response = chooseLanguage(requestOf("/en/about?x=1", {}));
    expect(response?.headers.get("Location")).toBe("https://movies.example/about?x=1");
    expect(response?.cookies.get("language")?.value).toBe("en");
  });
});
