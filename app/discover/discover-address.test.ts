import robots from "@/app/robots";
import { parseDiscoverRequest } from "@/lib/movies/discover-request";

import { choicesOf, discoverAddress, isForIndex } from "./discover-address";

jest.mock("@/app/site-address", () => ({ siteAddress: () => "https://movies.example" }));

const SENT =
  "?genre=28&genre=12&fromYear=1990&toYear=&originalLanguage=ja&minRating=7&sort=vote_average.desc";

describe("the address of what is discovered", () => {
  it("names what is chosen, and no field that was left empty", () => {
    expect(discoverAddress(choicesOf(SENT), 2)).toBe(
      "/discover?genre=28&genre=12&fromYear=1990&originalLanguage=ja&minRating=7&sort=vote_average.desc&page=2",
    );
  });

  it("is short where nothing is chosen", () => {
    expect(discoverAddress(choicesOf("?fromYear=&toYear=&sort=popularity.desc&utm_source=x"))).toBe(
      "/discover",
    );
  });

  it("asks for the same films as the form does", () => {
    const address = discoverAddress(choicesOf(SENT));
    expect(parseDiscoverRequest(address.slice("/discover".length))).toEqual(parseDiscoverRequest(SENT));
  });

  it("names each genre once, however they are written", () => {
    expect(choicesOf("?genre=28,12&genre=12,").genres).toEqual(["28", "12"]);
  });
});

it.each([
  ["", 1, true],
  ["", 3, true],
  ["?genre=28", 1, true],
  ["?genre=28&fromYear=&sort=popularity.desc", 1, true],
  ["?genre=28", 3, false],
  ["?genre=28&genre=12", 1, false],
  ["?fromYear=1990", 1, false],
  ["?genre=28&sort=title.asc", 1, false],
])("%s, page %i, may be kept by search engines: %s", (search, page, kept) => {
  expect(isForIndex(choicesOf(search), page)).toBe(kept);
});

it("no page that robots.txt forbids may be kept by search engines", async () => {
  const { rules } = await robots();
  const patterns = [rules].flat().flatMap(({ disallow = [] }) => disallow);
  // "*" is the only mark that these paths have (RFC 9309, 2.2.3).
  const forbidden = patterns.map(
    (path) => new RegExp(`^${path.replaceAll("?", "\\?").replaceAll("*", ".*")}`),
  );
  const pages = ["", "?genre=28", "?genre=28,12", "?fromYear=1990", SENT].flatMap((search) =>
    [1, 2].map((page) => ({ choices: choicesOf(search), page })),
  );
  const out = pages.filter(({ choices, page }) =>
    forbidden.some((pattern) => pattern.test(discoverAddress(choices, page))),
  );
  expect(out.length).toBeGreaterThan(0);
  expect(out.filter(({ choices, page }) => isForIndex(choices, page))).toEqual([]);
});
