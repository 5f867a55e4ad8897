import { behaviourFor, matches, normalisePath } from "./path-pattern";
import { toLambda, toS3 } from "./testing/behaviour";

test.each([
  ["_next/*", "/_next/static/a.js", true],
  ["/_next/*", "/_next/", true],
  ["_next/*", "/_next", false],
  ["_next/*", "/x/_next/a", false],
  ["_next/*", "/_Next/a", false],
  ["favicon.ico", "/favicon.ico", true],
  ["favicon.ico", "/faviconxico", false],
  ["*", "/", true],
  ["*.jpg", "/a/b.jpg", true],
  ["*.jpg", "/a/b.jpg.html", false],
  ["a?.css", "/ab.css", true],
  ["a?.css", "/a.css", false],
  ["a?.css", "/abc.css", false],
  ["a*b*c", "/a/x/b/y/c", true],
  ["a(b)+.txt", "/a(b)+.txt", true],
])("%s, %s: %s", (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected);
});

test.each([
  ["/%5Fnext/a", "/_next/a"],
  ["/%5fnext/a%2fb", "/_next/a%2Fb"],
  ["/a/../_next/x", "/_next/x"],
  ["/a/./b/..", "/a/"],
  ["/../../x", "/x"],
  ["/a//b/", "/a//b/"],
  ["/%e9", "/%E9"],
])("%s is matched as %s", (path, normal) => {
  expect(normalisePath(path)).toBe(normal);
});

test("the first pattern that fits wins, the default comes last", () => {
  const one = { ...toS3, pattern: "_next/data/*" };
  const behaviours = [one, toS3, toLambda];
  expect(behaviourFor(behaviours, "/_next/data/x")).toBe(one);
  expect(behaviourFor(behaviours, "/_next/x")).toBe(toS3);
  expect(behaviourFor(behaviours, "/a/../%5Fnext/x")).toBe(toS3);
  expect(behaviourFor(behaviours, "/movies")).toBe(toLambda);
  expect(behaviourFor([toS3], "/movies")).toBe(toS3);
});
