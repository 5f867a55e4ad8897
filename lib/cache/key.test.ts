import { cacheKey } from "./key";

it("does not depend on the order of the parameters", () => {
  expect(cacheKey("search", { query: "the matrix", page: 1 })).toBe("search?page=1&query=the+matrix");
  expect(cacheKey("search", { page: 1, query: "the matrix" })).toBe("search?page=1&query=the+matrix");
});

it("keeps kinds, names and values apart", () => {
  const keys = [
    cacheKey("search", { a: "1", b: "2" }),
    cacheKey("movie", { a: "1", b: "2" }),
    cacheKey("search", { a: "1&b=2" }),
    cacheKey("search", { a: "12" }),
    cacheKey("search", { a: "1", b: 2, c: "" }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

it("is short, also for a long query in any script", () => {
  const key = cacheKey("search", { query: "北".repeat(100), page: 1 });
  expect(key).toMatch(/^search\?sha256=[0-9a-f]{64}$/);
  expect(cacheKey("search", { page: 1, query: "北".repeat(100) })).toBe(key);
  expect(cacheKey("search", { query: "北".repeat(99), page: 1 })).not.toBe(key);
  expect(cacheKey("search", { query: "x".repeat(194) })).toHaveLength("search?".length + 200);
  expect(cacheKey("search", { query: "x".repeat(195) })).toMatch(/sha256/);
});
