import { median, percentile, summarize } from "./statistics";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => n - index);

test("a percentile is a value that was measured, by the nearest rank", () => {
  expect(percentile(upTo(100), 0.99)).toBe(99);
  expect(percentile(upTo(1000), 0.99)).toBe(990);
  expect(percentile([7], 0.99)).toBe(7);
  expect(median([4, 1, 3, 2])).toBe(2);
});

test("a summary tells of how many", () => {
  expect(summarize(upTo(200))).toEqual({ n: 200, min: 1, p50: 100, p99: 198, max: 200 });
});

test("nothing measured is no number", () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
