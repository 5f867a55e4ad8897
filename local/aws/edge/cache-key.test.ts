import { cacheKey } from "./cache-key";
import { cachingForADay, toS3 } from "./testing/behaviour";
import type { CachePolicy } from "./topology";

const request = { method: "GET", path: "/a", query: "q=1&_rsc=x", headers: { cookie: "s=1; t=2", rsc: "1" } };
const keyOf = (change: Partial<typeof request> = {}, policy: Partial<CachePolicy> = {}) =>
  cacheKey({ ...request, ...change }, { ...toS3, cachePolicy: { ...cachingForADay, ...policy } });

test("nothing but the path counts unless the policy takes it", () => {
  expect(keyOf()).toBe(keyOf({ query: "z", headers: { cookie: "other=1", rsc: "2" } }));
  expect(keyOf()).not.toBe(keyOf({ path: "/A" }));
});

test.each([
  ["queries", { query: "q=1&_rsc=y" }, { query: "q=2&_rsc=x" }, "q"],
  ["headers", { headers: { cookie: "", rsc: "2" } }, { headers: { cookie: "x=1", rsc: "1" } }, "accept"],
  ["cookies", { headers: { cookie: "s=2", rsc: "1" } }, { headers: { cookie: "s=1", rsc: "2" } }, "t"],
])("%s that the policy takes count, others do not", (part, other, same, name) => {
  const policy = { [part]: { take: "allExcept", names: [name] } };
  expect(keyOf({}, policy)).not.toBe(keyOf(other, policy));
  expect(keyOf({}, policy)).toBe(keyOf(same, policy));
});

test.each([
  ["gzip, deflate, br", "br;q=0.5, gzip", true],
  ["br", "gzip", false],
  ["br, zstd", "br", true],
  ["identity", "br;q=0", true],
])("%s and %s share an answer: %s", (one, other, expected) => {
  const accepting = (encodings: string) =>
    keyOf({ headers: { cookie: "", rsc: "", "accept-encoding": encodings } as never });
  expect(accepting(one) === accepting(other)).toBe(expected);
});

test("encodings do not count where the policy knows none", () => {
  const accepting = (encodings: string) =>
    keyOf({ headers: { "accept-encoding": encodings } as never }, { gzip: false, brotli: false });
  expect(accepting("br")).toBe(accepting("gzip"));
});

test("HEAD shares with GET, OPTIONS does not", () => {
  expect(keyOf({ method: "HEAD" })).toBe(keyOf());
  expect(keyOf({ method: "OPTIONS" })).not.toBe(keyOf());
});
