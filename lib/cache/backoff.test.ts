import { OriginFailedError } from "./answer";
import { createBackoff, type Backoff } from "./backoff";

const START = 1_700_000_000_000;
const HOUR = 3_600_000;
const down = new TypeError("down");

let at: number;
let backoff: Backoff;
beforeEach(() => {
  at = START;
  backoff = createBackoff(() => at);
});

const asking = (retryAfterMs: unknown) => Object.assign(new Error("busy"), { name: "Busy", retryAfterMs });
/** How long the origin is left alone for a key from now on, in steps of 250 ms. */
function restsFor(key = "k"): number {
  const began = at;
  while (backoff.current(key) !== undefined) at += 250;
  return at - began;
}

describe("a failure", () => {
  it("pauses its key alone, and its own error is told meanwhile", () => {
    expect(backoff.current("k")).toBeUndefined();
    const told = backoff.failed("k", down, null);
    expect(told).toEqual({ failure: { retryAt: START + 1000, failures: 1, reason: "TypeError" } });
    expect(backoff.current("k")).toBe(down);
    expect(backoff.current("another")).toBeUndefined();
    at += 999;
    expect(backoff.current("k")).toBe(down);
    at += 1;
    expect(backoff.current("k")).toBeUndefined();
  });

  it("is told as an Error when it is none", () => {
    expect(backoff.failed("k", "down", null)).toMatchObject({ failure: { reason: "Error" } });
    expect(backoff.current("k")).toBe("down");
  });

  it("pauses for twice as long each time, for half a minute at most", () => {
    const rests = Array.from({ length: 7 }, () => {
      backoff.failed("k", down, null);
      return restsFor();
    });
    expect(rests).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it("counts in a row with what another process has told", () => {
    const before = { retryAt: START - 1, failures: 3, reason: "Error" };
    expect(backoff.failed("k", down, before)).toMatchObject({ failure: { failures: 4 } });
    expect(restsFor()).toBe(8000);
  });

  it.each([
    [29_999, 4],
    [30_000, 1],
  ])("begins anew %i ms after the pause before was over: failure %i", (laterMs, failures) => {
    const before = { retryAt: START, failures: 3, reason: "Error" };
    at += laterMs;
    expect(backoff.failed("k", down, before)).toMatchObject({ failure: { failures } });
  });

  it("is over with a success", () => {
    backoff.failed("k", down, null);
    backoff.failed("another", down, null);
    backoff.succeeded("k");
    expect(backoff.current("k")).toBeUndefined();
    expect(backoff.current("another")).toBe(down);
    expect(backoff.failed("k", down, null)).toMatchObject({ failure: { failures: 1 } });
  });
});

describe("a failure in another process", () => {
  const theirs = (retryAt: number, failures = 2) => ({ retryAt, failures, reason: "Down" });

  it("pauses the key here too, and is told by name", () => {
    backoff.learnFailure("k", theirs(START + 2000));
    at += 500;
    const told = backoff.current("k");
    expect(told).toBeInstanceOf(OriginFailedError);
    expect(told).toMatchObject({ reason: "Down", retryAfterMs: 1500, cause: undefined });
    expect(restsFor()).toBe(1500);
  });

  it("counts in a row with one here", () => {
    backoff.learnFailure("k", theirs(START + 2000));
    restsFor();
    expect(backoff.failed("k", down, null)).toMatchObject({ failure: { failures: 3 } });
  });

  it("does not replace what is known here, unless it lasts longer", () => {
    backoff.failed("k", down, null);
    backoff.learnFailure("k", theirs(START + 1000));
    expect(backoff.current("k")).toBe(down);
    backoff.learnFailure("k", theirs(START + 1001));
    expect(backoff.current("k")).toMatchObject({ reason: "Down" });
  });

  it.each([
    ["none", null, 0],
    ["one that is over", theirs(START), 0],
    ["one for a minute", theirs(START + 60_000), 60_000],
    ["one for more, which nobody sets", theirs(START + 60_001), 0],
  ])("is learnt or not: %s", (_name, failure, rests) => {
    backoff.learnFailure("k", failure);
    expect(restsFor()).toBe(rests);
  });
});

describe("a cool-down", () => {
  it("pauses every key, and tells how long is left", () => {
    const error = asking(3000);
    expect(backoff.failed("k", error, null)).toEqual({ coolDown: { until: START + 3000, reason: "Busy" } });
    at += 1000;
    for (const key of ["k", "another"]) {
      expect(backoff.current(key)).toMatchObject({ reason: "Busy", retryAfterMs: 2000, cause: error });
    }
    expect(restsFor()).toBe(2000);
  });

  it("goes before the failure of a key", () => {
    backoff.failed("k", down, null);
    backoff.failed("another", asking(500), null);
    expect(backoff.current("k")).toBeInstanceOf(OriginFailedError);
    at += 500;
    expect(backoff.current("k")).toBe(down);
  });

  it("is an hour at most", () => {
    expect(backoff.failed("k", asking(2 * HOUR), null)).toMatchObject({ coolDown: { until: START + HOUR } });
  });

  it.each([["soon"], [undefined], [Infinity], [NaN]])("is none where it says %p", (retryAfterMs) => {
    expect(backoff.failed("k", asking(retryAfterMs), null)).toMatchObject({ failure: { failures: 1 } });
  });

  it("stays when a shorter one follows", () => {
    backoff.failed("k", asking(3000), null);
    expect(backoff.failed("k", asking(1000), null)).toMatchObject({ coolDown: { until: START + 1000 } });
    expect(restsFor()).toBe(3000);
  });

  it("of another process is taken over when it lasts longer, for an hour at most", () => {
    backoff.failed("k", asking(1000), null);
    backoff.learnCoolDown({ until: START + 1000, reason: "Theirs" });
    expect(backoff.current("k")).toMatchObject({ reason: "Busy" });
    backoff.learnCoolDown({ until: START + 2000, reason: "Theirs" });
    expect(backoff.current("k")).toMatchObject({ reason: "Theirs", retryAfterMs: 2000 });
    expect(restsFor()).toBe(2000);
  });

  it.each([
    ["none", null, 0],
    ["one that is over", { until: START, reason: "Theirs" }, 0],
    ["one for an hour", { until: START + HOUR, reason: "Theirs" }, HOUR],
    ["one for more, which no origin asks for", { until: START + HOUR + 1, reason: "Theirs" }, 0],
  ])("of another process is learnt or not: %s", (_name, coolDown, rests) => {
    backoff.learnCoolDown(coolDown);
    expect(restsFor()).toBe(rests);
  });
});
