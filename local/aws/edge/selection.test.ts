import { NONE, selectPairs, takes, type Selection } from "./selection";

const allBut: Selection = { take: "allExcept", names: ["a"] };
const all: Selection = { take: "all", names: [] };

test.each([
  [[NONE], ""],
  [[all], "a=1&b=2&c=3&a=4"],
  [[allBut], "b=2&c=3"],
  [[NONE, allBut], "b=2&c=3"],
  [[allBut, { take: "allExcept", names: ["b"] }], "a=1&b=2&c=3&a=4"],
] as const)("%j of a query: %s", (selections, expected) => {
  expect(selectPairs("a=1&b=2&c=3&a=4", "&", ...selections)).toBe(expected);
});

test("cookies, whatever their spacing", () => {
  expect(selectPairs("a=1;b=2;  c=3", "; ", allBut)).toBe("b=2; c=3");
});

test("what is encoded, empty or without a value stays as it was sent", () => {
  expect(selectPairs("q=a%20b+c&e=&f", "&", all)).toBe("q=a%20b+c&e=&f");
});

test("none takes nothing, whatever it names", () => {
  expect(takes("a", { take: "none", names: ["a"] })).toBe(false);
});
