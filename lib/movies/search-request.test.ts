import {
  parseFilmRequest,
  parseId,
  parseLanguageRequest,
  parseListRequest,
  parsePageRequest,
  parseSearchRequest,
} from "./search-request";

const PAGE_RULE = "page must be a whole number from 1 to 500";
const YEAR_RULE = "year must be a whole number from 1870 to 2100";
const LANGUAGE_RULE = "language must be an ISO 639-1 code with an optional region, like en-US";
const REGION_RULE = "region must be an ISO 3166-1 code, like US";
const QUERY_RULE = "query must have 1 to 100 characters";
const ID_RULE = "id must be a whole number from 1 to 2147483647";

const search = (parameters: Record<string, string>) =>
  parseSearchRequest(`?${new URLSearchParams({ query: "matrix", ...parameters }).toString()}`);
const query = (value: string) => search({ query: value }).query;

describe("a search", () => {
  it("is its query with the defaults for the rest", () => {
    expect(parseSearchRequest("?query=matrix")).toEqual({
      query: "matrix",
      page: 1,
      year: null,
      language: "en-US",
    });
  });

  it("is the same in any order, with unknown parameters, in any spelling of the query", () => {
    const same = [
      "?query=the+matrix&page=2&year=1999&language=de-DE",
      "?language=de-de&year=1999&page=2&query=%20The%20%20MATRIX%20",
      "?utm_source=x&query=The%20Matrix&year=1999&page=2&language=DE-de&query2=y&utm_source=z",
    ].map(parseSearchRequest);
    expect(new Set(same.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(same[0]).toEqual({ query: "the matrix", page: 2, year: 1999, language: "de-DE" });
  });

  it.each(["?query=a&query=b", "?query=a&query=a"])("takes its query once only: %s", (given) => {
    expect(() => parseSearchRequest(given)).toThrow("query must be given once only");
  });

  it.each(["page", "year", "language"])("takes %s once only", (name) => {
    expect(() => parseSearchRequest(`?query=a&${name}=1&${name}=1`)).toThrow(
      `${name} must be given once only`,
    );
  });

  it.each(["%FF", "a%C3", "%ED%A0%80", "%EF%BF%BD"])("takes no query that is not UTF-8: %s", (bytes) => {
    expect(() => parseSearchRequest(`?query=${bytes}`)).toThrow("query must be UTF-8");
  });

  it("names the parameter and what is allowed", () => {
    expect(() => search({ page: "0" })).toThrow(
      expect.objectContaining({
        name: "BadParameterError",
        parameter: "page",
        rule: { kind: "whole", from: 1, to: 500 },
        message: PAGE_RULE,
      }),
    );
  });
});

describe("the length of a query", () => {
  it.each(["?", "?query", "?query=", "?query=%20%20", "?query=%E3%80%80", "?q=matrix"])(
    "is 1 at least: %s",
    (given) => {
      expect(() => parseSearchRequest(given)).toThrow(QUERY_RULE);
    },
  );

  it("is 100 at most, in characters as people count them nearly: an emoji is one", () => {
    expect(query("x".repeat(100))).toHaveLength(100);
    expect(() => query("x".repeat(101))).toThrow(QUERY_RULE);
    expect(Array.from(query("🎬".repeat(100)))).toHaveLength(100);
    expect(() => query("🎬".repeat(101))).toThrow(QUERY_RULE);
  });

  it("is that of its canonical spelling", () => {
    expect(query(`  ${"e\u0301".repeat(100)}  `)).toBe("é".repeat(100));
    expect(query(`a${" ".repeat(200)}b`)).toBe("a b");
  });
});

describe("a page", () => {
  it.each([
    ["1", 1],
    ["42", 42],
    ["500", 500],
  ])("may be %s", (given, page) => {
    expect(search({ page: given }).page).toBe(page);
  });

  it.each(["0", "-1", "501", "1.5", "1e2", "abc", "", " 1", "01", "+1", "0x1", "٣", "9".repeat(30)])(
    "may not be %j",
    (page) => {
      expect(() => search({ page })).toThrow(PAGE_RULE);
      const given = `?page=${encodeURIComponent(page)}`;
      for (const parse of [parsePageRequest, parseListRequest]) expect(() => parse(given)).toThrow(PAGE_RULE);
    },
  );
});

describe("a year", () => {
  it.each([1870, 1999, 2100])("may be %i", (year) => {
    expect(search({ year: String(year) }).year).toBe(year);
  });

  it.each(["1869", "2101", "99", "19999", "abc", " ", "1999.5"])("may not be %j", (year) => {
    expect(() => search({ year })).toThrow(YEAR_RULE);
  });

  it("is not given by a field left empty", () => {
    expect(search({ year: "" }).year).toBeNull();
  });
});

describe("a language", () => {
  it.each([
    ["de", "de"],
    ["DE", "de"],
    ["pt-br", "pt-BR"],
    ["EN-us", "en-US"],
  ])("%s is %s", (given, language) => {
    expect(search({ language: given }).language).toBe(language);
    expect(parsePageRequest(`?language=${given}`)).toEqual({ page: 1, language });
    expect(parseListRequest(`?language=${given}`)).toMatchObject({ page: 1, language });
    expect(parseFilmRequest(`?language=${given}`)).toMatchObject({ language });
    expect(parseLanguageRequest(`?language=${given}`)).toEqual({ language });
  });

  it.each(["e", "eng", "en_US", "en-USA", "en-", "xx yy", "../.."])("may not be %j", (language) => {
    expect(() => search({ language })).toThrow(LANGUAGE_RULE);
    expect(() => parseFilmRequest(`?language=${encodeURIComponent(language)}`)).toThrow(LANGUAGE_RULE);
  });

  it("is the default for a field left empty", () => {
    expect(search({ language: "" }).language).toBe("en-US");
  });
});

describe("a region", () => {
  it.each([
    ["DE", "DE"],
    ["at", "AT"],
    ["", "US"],
  ])("%j is %s", (given, region) => {
    expect(parseListRequest(`?region=${given}`)).toMatchObject({ region });
    expect(parseFilmRequest(`?region=${given}`)).toMatchObject({ region });
  });

  it.each(["D", "DEU", "de-DE", "49", "ÄÖ"])("may not be %j", (region) => {
    const given = `?region=${encodeURIComponent(region)}`;
    expect(() => parseListRequest(given)).toThrow(REGION_RULE);
    expect(() => parseFilmRequest(given)).toThrow(REGION_RULE);
  });
});

describe("what a list, a film and a person are asked for", () => {
  it("has defaults", () => {
    expect(parsePageRequest("")).toEqual({ page: 1, language: "en-US" });
    expect(parseListRequest("")).toEqual({ page: 1, language: "en-US", region: "US" });
    expect(parseFilmRequest("")).toEqual({ language: "en-US", region: "US" });
    expect(parseLanguageRequest("")).toEqual({ language: "en-US" });
  });

  it("does not depend on parameters they don't know", () => {
    expect(parsePageRequest("?query=%FF&year=x&page=3&region=x")).toEqual({ page: 3, language: "en-US" });
    expect(parseFilmRequest("?page=0&query=&page=x")).toEqual({ language: "en-US", region: "US" });
    expect(parseLanguageRequest("?page=0&region=x")).toEqual({ language: "en-US" });
  });
});

describe("the id of a film or a person", () => {
  it.each([1, 603, 2_147_483_647])("may be %i", (id) => {
    expect(parseId(String(id))).toBe(id);
  });

  it.each(["0", "-1", "1.5", "abc", "", "603-the-matrix", "0603", "2147483648", "9".repeat(30)])(
    "may not be %j",
    (id) => {
      expect(() => parseId(id)).toThrow(ID_RULE);
    },
  );
});
