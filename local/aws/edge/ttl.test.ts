import { cachingDisabled, cachingForADay } from "./testing/behaviour";
import { errorTtlOf, ttlOf } from "./ttl";

const now = Date.parse("2026-01-01T00:00:00Z");

test.each([
  ["", 86_400],
  ["max-age=60", 60],
  ["public, max-age=60, s-maxage=5", 5],
  ['max-age="60"', 60],
  ["max-age=99999999999", 31_536_000],
  ["public, max-age=31536000, immutable", 31_536_000],
  ["no-store", 0],
  ["private, max-age=60", 0],
  ["No-Cache", 0],
  ["max-age=soon", 86_400],
])("Cache-Control: %s is kept for %d s", (value, expected) => {
  expect(ttlOf({ "cache-control": value }, cachingForADay, now)).toBe(expected);
});

test("a minimum above 0 keeps even what is for nobody", () => {
  const policy = { ...cachingForADay, minTtl: 1 };
  expect(ttlOf({ "cache-control": "no-store" }, policy, now)).toBe(1);
  expect(ttlOf({ "cache-control": "max-age=0" }, policy, now)).toBe(1);
});

test("Expires counts where there is no age", () => {
  const expires = "Thu, 01 Jan 2026 00:01:00 GMT";
  expect(ttlOf({ expires }, cachingForADay, now)).toBe(60);
  expect(ttlOf({ expires, "cache-control": "max-age=5" }, cachingForADay, now)).toBe(5);
  expect(ttlOf({ expires: "0" }, cachingForADay, now)).toBe(0);
});

test("a maximum of 0 keeps nothing", () => {
  expect(ttlOf({ "cache-control": "s-maxage=31536000" }, cachingDisabled, now)).toBe(0);
});

test.each([
  [404, "", 10],
  [500, "", 10],
  [503, "no-store", 10],
  [404, "no-store", 0],
  [404, "max-age=60", 60],
  [404, "max-age=5", 10],
  [400, "", 0],
  [403, "max-age=60", 60],
  [429, "max-age=60", 0],
  [416, "", 0],
])("error %d with Cache-Control %j is kept for %d s", (status, value, expected) => {
  expect(errorTtlOf(status, { "cache-control": value }, undefined, cachingForADay, now)).toBe(expected);
});

test("errors are kept whatever the cache policy says, unless the distribution says 0", () => {
  expect(errorTtlOf(500, {}, undefined, cachingDisabled, now)).toBe(10);
  expect(errorTtlOf(500, {}, 0, cachingDisabled, now)).toBe(0);
  expect(errorTtlOf(500, { "cache-control": "max-age=60" }, 0, cachingDisabled, now)).toBe(0);
  expect(errorTtlOf(403, {}, 7, cachingDisabled, now)).toBe(7);
});
