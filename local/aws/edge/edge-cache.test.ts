import { EdgeCache } from "./edge-cache";

const response = (size: number) => ({ status: 200, headers: {}, setCookies: [], body: Buffer.alloc(size) });

test("an answer is kept for its time, and grows old", () => {
  let now = 0;
  const cache = new EdgeCache(10_000, () => now);
  const kept = response(10);
  cache.set("a", kept, 2);
  now = 1999;
  expect(cache.get("a")).toEqual({ response: kept, age: 1 });
  now = 2000;
  expect(cache.get("a")).toBeUndefined();
  expect(cache.get("b")).toBeUndefined();
});

test("the one used longest ago makes room, and what is too large is not kept", () => {
  const cache = new EdgeCache(10_000);
  cache.set("a", response(3000), 60);
  cache.set("b", response(3000), 60);
  cache.get("a");
  cache.set("c", response(3000), 60);
  expect(["a", "b", "c"].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
  cache.set("d", response(10_000), 60);
  expect(cache.get("d")).toBeUndefined();
});
