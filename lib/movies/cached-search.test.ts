import { cacheKey } from "@/lib/cache/key";

import { isSearchFor } from "./cached-search";

const keyOf = (query: string, more = {}) =>
  cacheKey("search", { query, page: 1, language: "en-US", ...more });

it("knows a search by its query, whatever else it asks for", () => {
  expect(isSearchFor(keyOf("the matrix"), "the matrix")).toBe(true);
  expect(isSearchFor(keyOf("the matrix", { page: 7, year: 1999 }), "  The  MATRIX ")).toBe(true);
  expect(isSearchFor(keyOf("amélie & co"), "Amélie & Co")).toBe(true);
});

it("tells other queries and other kinds apart", () => {
  expect(isSearchFor(keyOf("the matrix reloaded"), "the matrix")).toBe(false);
  expect(isSearchFor(cacheKey("movie", { query: "the matrix" }), "the matrix")).toBe(false);
});

it("takes a key that holds no words for one that may be", () => {
  expect(isSearchFor(keyOf("北".repeat(90)), "the matrix")).toBe(true);
});
