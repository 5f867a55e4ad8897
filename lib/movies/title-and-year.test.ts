import type { Answer, SearchPage } from "./catalogue";
import type { SearchRequest } from "./search-request";
import { searchByTitleAndYear, splitTitleAndYear } from "./title-and-year";

describe("a query that ends with a year", () => {
  it.each([
    ["dune 2021", "dune", 2021],
    ["dune (2021)", "dune", 2021],
    ["dune(2021)", "dune", 2021],
    ["2001 1968", "2001", 1968],
    ["blade runner 2049 2017", "blade runner 2049", 2017],
    ["砂の惑星 1984", "砂の惑星", 1984],
    ["dune 1870", "dune", 1870],
    ["dune 2100", "dune", 2100],
  ])("%s is a title and its year", (query, title, year) => {
    expect(splitTitleAndYear(query)).toEqual({ title, year });
  });

  it.each([
    "dune",
    "1917",
    "(1917)",
    "dune 1869",
    "dune 2101",
    "dune 20211",
    "dune2021",
    "dune [2021]",
    "dune (2021",
    "2021 dune",
    "",
  ])("%j is no such query", (query) => {
    expect(splitTitleAndYear(query)).toBeNull();
  });
});

describe("a search by title and year", () => {
  const request: SearchRequest = { query: "dune 2021", page: 1, year: null, language: "en-US" };

  /** A catalogue that finds so many films for "query year". */
  function finding(totals: Readonly<Record<string, number>>) {
    const asked: SearchRequest[] = [];
    return {
      asked,
      searchMovies: async (search: SearchRequest) => {
        asked.push(search);
        const totalResults = totals[`${search.query}|${search.year}`] ?? 0;
        const value = { query: search.query, page: search.page, totalPages: 1, totalResults, results: [] };
        return { value } as unknown as Answer<SearchPage>;
      },
    };
  }

  it("is for the title in that year", async () => {
    const catalogue = finding({ "dune|2021": 1, "dune 2021|null": 1 });
    const found = await searchByTitleAndYear(catalogue, { ...request, page: 7 });
    expect(found.request).toEqual({ ...request, page: 7, query: "dune", year: 2021 });
    expect(found.answer.value).toMatchObject({ query: "dune", totalResults: 1 });
    expect(catalogue.asked).toEqual([found.request]);
  });

  it("is for the text as it is when no film is found so", async () => {
    const catalogue = finding({ "blade runner 2049|null": 1 });
    const asIs = { ...request, query: "blade runner 2049" };
    const found = await searchByTitleAndYear(catalogue, asIs);
    expect(found).toMatchObject({ request: asIs, answer: { value: { totalResults: 1 } } });
    expect(catalogue.asked).toEqual([{ ...request, query: "blade runner", year: 2049 }, asIs]);
  });

  it.each([
    ["a year of its own", { ...request, year: 1984 }],
    ["no year at all", { ...request, query: "dune" }],
  ])("is one search for a request with %s", async (_name, given) => {
    const catalogue = finding({});
    expect((await searchByTitleAndYear(catalogue, given)).request).toBe(given);
    expect(catalogue.asked).toEqual([given]);
  });

  it("fails as the search fails", async () => {
    const searchMovies = () => Promise.reject(new Error("out of order"));
    await expect(searchByTitleAndYear({ searchMovies }, request)).rejects.toThrow("out of order");
  });
});
