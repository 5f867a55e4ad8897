import { OriginFailedError } from "./answer";
import { createPauses, type Pauses } from "./pauses";

const START = 1_700_000_000_000;
const HOUR = 3_600_000;
const down = new TypeError("down");

let at: number;
let pauses: Pauses;
beforeEach(() => {
  at = START;
  pauses = createPauses(() => at);
});

const asking = (retryAfterMs: unknown) => Object.assign(new Error("busy"), { name: "Busy", retryAfterMs });
/** How long the origin is left alone for a key from now on, in steps of 250 ms. */
function restsFor(key = "k"): number {
  const began = at;
  while (pauses.current(key) !== undefined) at += 250;
  return at - began;
}

describe("a failure", () => {
  it("pauses its key alone, and its own error is told meanwhile", () => {
    expect(pauses.current("k")).toBeUndefined();
    const told = pauses.failed("k", down, null);
    expect(told).toEqual({ failure: { retryAt: START + 1000, failures: 1, reason: "TypeError" } });
    expect(pauses.current("k")).toBe(down);
    expect(pauses.current("another")).toBeUndefined();
    at += 999;
    expect(pauses.current("k")).toBe(down);
    at += 1;
    expect(pauses.current("k")).toBeUndefined();
  });

  it("is told as an Error when it is none", () => {
    expect(pauses.failed("k", "down", null)).toMatchObject({ failure: { reason: "Error" } });
    expect(pauses.current("k")).toBe("down");
  });

  it("pauses for twice as long each time, for half a minute at most", () => {
    const rests = Array.from({ length: 7 }, () => {
      pauses.failed("k", down, null);
      return restsFor();
    });
    expect(rests).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it("counts in a row with what another process has told", () => {
    const before = { retryAt: START - 1, failures: 3, reason: "Error" };
    expect(pauses.failed("k", down, before)).toMatchObject({ failure: { failures: 4 } });
    expect(restsFor()).toBe(8000);
  });

  it.each([
    [29_999, 4],
    [30_000, 1],
  ])("begins anew %i ms after the pause before was over: failure %i", (laterMs, failures) => {
    const before = { retryAt: START, failures: 3, reason: "Error" };
    at += laterMs;
    expect(pauses.failed("k", down, before)).toMatchObject({ failure: { failures } });
  });

  it("is over with a success", () => {
    pauses.failed("k", down, null);
    pauses.failed("another", down, null);
    pauses.succeeded("k");
    expect(pauses.current("k")).toBeUndefined();
    expect(pauses.current("another")).toBe(down);
    expect(pauses.failed("k", down, null)).toMatchObject({ failure: { failures: 1 } });
  });
});

describe("a failure in another process", () => {
  const theirs = (retryAt: number, failures = 2) => ({ retryAt, failures, reason: "Down" });

  it("pauses the key here too, and is told by name", () => {
    pauses.learnFailure("k", theirs(START + 2000));
    at += 500;
    const told = pauses.current("k");
    expect(told).toBeInstanceOf(OriginFailedError);
    expect(told).toMatchObject({ reason: "Down", retryAfterMs: 1500, cause: undefined });
    expect(restsFor()).toBe(1500);
  });

  it("counts in a row with one here", () => {
    pauses.learnFailure("k", theirs(START + 2000));
    restsFor();
    expect(pauses.failed("k", down, null)).toMatchObject({ failure: { failures: 3 } });
  });

  it("does not replace what is known here, unless it lasts longer", () => {
    pauses.failed("k", down, null);
    pauses.learnFailure("k", theirs(START + 1000));
    expect(pauses.current("k")).toBe(down);
    pauses.learnFailure("k", theirs(START + 1001));
    expect(pauses.current("k")).toMatchObject({ reason: "Down" });
  });

  it.each([
    ["none", null, 0],
    ["one that is over", theirs(START), 0],
    ["one for a minute", theirs(START + 60_000), 60_000],
    ["one for more, which nobody sets", theirs(START + 60_001), 0],
  ])("is learnt or not: %s", (_name, failure, rests) => {
    pauses.learnFailure("k", failure);
    expect(restsFor()).toBe(rests);
  });
});

describe("a cool-down", () => {
  it("pauses every key, and tells how long is left", () => {
    const error = asking(3000);
    expect(pauses.failed("k", error, null)).toEqual({ coolDown: { until: START + 3000, reason: "Busy" } });
    at += 1000;
    for (const key of ["k", "another"]) {
      expect(pauses.current(key)).toMatchObject({ reason: "Busy", retryAfterMs: 2000, cause: error });
    }
    expect(restsFor()).toBe(2000);
  });

  it("goes before the failure of a key", () => {
    pauses.failed("k", down, null);
    pauses.failed("another", asking(500), null);
    expect(pauses.current("k")).toBeInstanceOf(OriginFailedError);
    at += 500;
    expect(pauses.current("k")).toBe(down);
  });

  it("is an hour at most", () => {
    expect(pauses.failed("k", asking(2 * HOUR), null)).toMatchObject({ coolDown: { until: START + HOUR } });
  });

  it.each([["soon"], [undefined], [Infinity], [NaN]])("is none where it says %p", (retryAfterMs) => {
    expect(pauses.failed("k", asking(retryAfterMs), null)).toMatchObject({ failure: { failures: 1 } });
  });

  it("stays when a shorter one follows", () => {
    pauses.failed("k", asking(3000), null);
    expect(pauses.failed("k", asking(1000), null)).toMatchObject({ coolDown: { until: START + 1000 } });
    expect(restsFor()).toBe(3000);
  });

  it("of another process is taken over when it lasts longer, for an hour at most", () => {
    pauses.failed("k", asking(1000), null);
    pauses.learnCoolDown({ until: START + 1000, reason: "Theirs" });
    expect(pauses.current("k")).toMatchObject({ reason: "Busy" });
    pauses.learnCoolDown({ until: START + 2000, reason: "Theirs" });
    expect(pauses.current("k")).toMatchObject({ reason: "Theirs", retryAfterMs: 2000 });
    expect(restsFor()).toBe(2000);
  });

  it.each([
    ["none", null, 0],
    ["one that is over", { until: START, reason: "Theirs" }, 0],
    ["one for an hour", { until: START + HOUR, reason: "Theirs" }, HOUR],
    ["one for more, which no origin asks for", { until: START + HOUR + 1, reason: "Theirs" }, 0],
  ])("of another process is learnt or not: %s", (_name, coolDown, rests) => {
    pauses.learnCoolDown(coolDown);
    expect(restsFor()).toBe(rests);
  });
});
