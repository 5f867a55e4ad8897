import { parseDiscoverRequest } from "@/lib/movies/discover-request";

import { choicesOf, discoverAddress, isNarrow } from "./discover-address";

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
  ["", false],
  ["?genre=28&page=3", false],
  ["?genre=28&fromYear=&sort=popularity.desc", false],
  ["?genre=28&genre=12", true],
  ["?fromYear=1990", true],
  ["?genre=28&sort=title.asc", true],
])("%s is narrower than one genre: %s", (search, narrow) => {
  expect(isNarrow(choicesOf(search))).toBe(narrow);
});
