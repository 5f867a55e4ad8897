import { atMost, countClaims, isBroken, memoryClaim, recoveryClaim, trafficClaims } from "./claims";
import type { CountCheck } from "./counts";

const right: CountCheck = {
  keys: 2,
  windows: 3,
  undisturbed: 2,
  counted: 10,
  uncounted: 1,
  duplicates: 0,
  incomplete: [],
  numbersOfUncounted: 4,
  lost: 0,
  invented: 0,
};
const window = {
  key: "a",
  fetchedAt: "2026-01-01T00:00:00.000Z",
  from: 0,
  to: 1,
  missing: [1],
  meanwhile: [],
};
const broken = (change: Partial<CountCheck>, limits = { lost: 0, invented: 0 }) =>
  isBroken(countClaims({ ...right, ...change }, limits));

it("is broken by any wrong count, and by no hit that was told as uncounted", () => {
  expect(broken({})).toBe(false);
  expect(broken({ duplicates: 1 })).toBe(true);
  expect(broken({ incomplete: [window] })).toBe(true);
  expect(broken({ lost: 1 })).toBe(true);
  expect(broken({ invented: 1 })).toBe(true);
});

it("lets counts differ by what killed processes had in hand", () => {
  const killed = { lost: 1, invented: 2 };
  expect(broken({ lost: 1, invented: 2 }, killed)).toBe(false);
  expect(broken({ lost: 2 }, killed)).toBe(true);
  expect(broken({ invented: 3 }, killed)).toBe(true);
  expect(broken({ duplicates: 1 }, killed)).toBe(true);
});

it("is broken by a request that was not answered, a connection that failed, and an error that nobody caught", () => {
  const run = { outcomes: [], sent: 0, errors: 0 };
  expect(isBroken(trafficClaims(run, [], "9 lines"))).toBe(false);
  expect(isBroken(trafficClaims({ ...run, sent: 1 }, [], "9 lines"))).toBe(true);
  expect(isBroken(trafficClaims({ ...run, errors: 1 }, [], "9 lines"))).toBe(true);
  expect(isBroken(trafficClaims(run, ["Unhandled"], "9 lines"))).toBe(true);
});

it("says what was found of how many", () => {
  expect(atMost("errors", 0, 2, "7 answers")).toEqual({
    what: "errors",
    limit: "none",
    found: "2 of 7 answers",
    met: false,
  });
});

it("judges memory by medians, and only after a minute", () => {
  const met = (after: number[], warmUpMs = 60_000) => memoryClaim("it", [100, 90, 500], after, warmUpMs).met;
  expect(met([115, 1, 400])).toBe(true);
  expect(met([116])).toBe(false);
  expect(met([116], 59_999)).toBeNull();
  expect(met([])).toBeNull();
});

it("is broken by a recovery that takes too long or does not come", () => {
  const met = (tookMs: number | null) => recoveryClaim("it", tookMs, 120_000).met;
  expect(met(0)).toBe(true);
  expect(met(120_000)).toBe(true);
  expect(met(120_001)).toBe(false);
  expect(met(null)).toBe(false);
});
