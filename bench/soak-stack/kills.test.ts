import { randomFrom } from "../../local/tmdb/random";
import type { Outcome } from "../soak/outcome";
import { isBrokenOff, killTimes } from "./kills";

it("kills in its time only, with pauses, and the same in every run of a seed", () => {
  const times = killTimes(randomFrom("seed"), { from: 10_000, to: 100_000 });
  expect(times).toEqual(killTimes(randomFrom("seed"), { from: 10_000, to: 100_000 }));
  expect(times.length).toBeGreaterThan(6);
  const pauses = times.map((at, index) => at - (times[index - 1] ?? 10_000));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(4000);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(12_000);
  expect(times.at(-1)).toBeLessThan(100_000);
});

it("has broken off what was being answered at a kill, and nothing else that failed", () => {
  const ask = { kind: "api", method: "GET", path: "/api/movies?query=a", key: "a" } as const;
  const outcome: Outcome = { ask, at: 1000, tookMs: 100, status: 502, told: null, wrong: null };
  for (const kill of [800, 1000, 1050, 1100]) expect(isBrokenOff(outcome, [500, kill])).toBe(true);
  expect(isBrokenOff(outcome, [799, 1101])).toBe(false);
  expect(isBrokenOff({ ...outcome, status: 500 }, [1050])).toBe(false);
});
