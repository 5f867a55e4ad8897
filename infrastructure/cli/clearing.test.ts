import { readClearing } from "./clearing";

it("clears everything where no query is given", () => {
  expect(readClearing(undefined)).toEqual({});
});

it("clears the search that the query stands for, however it is written", () => {
  expect(readClearing("  The   MATRIX & more ")).toEqual({ query: "the matrix & more" });
});

it.each([
  ["no letters", " ", "No search is for that: query must have 1 to 100 characters."],
  ["too many", "x".repeat(101), "No search is for that: query must have 1 to 100 characters."],
  ["control characters", "a\u0000b", "No search is for that: query must have no control characters."],
])("refuses what has %s, which no search can be for", (_, query, message) => {
  expect(() => readClearing(query)).toThrow(expect.objectContaining({ name: "Problem", message }));
});
