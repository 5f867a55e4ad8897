import { parseDiscoverRequest } from "./discover-request";

const ANYTHING = {
  genres: [],
  fromYear: null,
  toYear: null,
  originalLanguage: null,
  minRating: null,
  sort: "popularity.desc",
  page: 1,
  language: "en-US",
};

describe("what is to be discovered", () => {
  it("is anything, the most popular first, unless something is wished for", () => {
    expect(parseDiscoverRequest("")).toEqual(ANYTHING);
  });

  it("is all that is wished for", () => {
    const search =
      "?genre=28&fromYear=1990&toYear=1999&originalLanguage=de&minRating=7&sort=title.asc&page=3&language=fr";
    expect(parseDiscoverRequest(search)).toEqual({
      genres: [28],
      fromYear: 1990,
      toYear: 1999,
      originalLanguage: "de",
      minRating: 7,
      sort: "title.asc",
      page: 3,
      language: "fr",
    });
  });

  it("is the same in any order and spelling", () => {
    const same = [
      "?genre=28&genre=12&originalLanguage=de&sort=popularity.desc&page=1&language=en-us",
      "?originalLanguage=DE&genre=12,28",
      "?genre=28,12,28&genre=&genre=12&originalLanguage=de&unknown=1",
    ].map((search) => JSON.stringify(parseDiscoverRequest(search)));
    expect(new Set(same)).toEqual(
      new Set([JSON.stringify({ ...ANYTHING, genres: [12, 28], originalLanguage: "de" })]),
    );
  });

  it("is not limited by fields of a form left empty", () => {
    const untouched = "?genre=&fromYear=&toYear=&originalLanguage=&minRating=&sort=&language=";
    expect(parseDiscoverRequest(untouched)).toEqual(ANYTHING);
  });

  it("may be of one year", () => {
    expect(parseDiscoverRequest("?fromYear=1999&toYear=1999")).toMatchObject({
      fromYear: 1999,
      toYear: 1999,
    });
  });

  it.each([
    ["genre=action", "genre must be a whole number from 1 to 2147483647"],
    ["genre=28|12", "genre must be a whole number from 1 to 2147483647"],
    ["genre=%FF", "genre must be UTF-8"],
    [`genre=${Array.from({ length: 21 }, (_, index) => index + 1)}`, "genre must be 20 ids at most"],
    ["fromYear=1869", "fromYear must be a whole number from 1870 to 2100"],
    ["toYear=soon", "toYear must be a whole number from 1870 to 2100"],
    ["fromYear=2000&toYear=1999", "fromYear must not be after toYear"],
    ["originalLanguage=deu", "originalLanguage must be an ISO 639-1 code, like en"],
    ["originalLanguage=de-AT", "originalLanguage must be an ISO 639-1 code, like en"],
    ["minRating=0", "minRating must be a whole number from 1 to 9"],
    ["minRating=10", "minRating must be a whole number from 1 to 9"],
    ["minRating=7.5", "minRating must be a whole number from 1 to 9"],
    ["sort=popularity", "sort must be one of popularity.desc, vote_average.desc, "],
    ["sort=title.asc&sort=title.asc", "sort must be given once only"],
    ["page=0", "page must be a whole number from 1 to 500"],
    ["language=english", "language must be an ISO 639-1 code"],
  ])("names what is wrong with %s", (search, message) => {
    expect(() => parseDiscoverRequest(`?${search}`)).toThrow(
      expect.objectContaining({ name: "BadParameterError", message: expect.stringContaining(message) }),
    );
  });
});
