import { createBreaker, type Breaker } from "./breaker";

let at: number;
let breaker: Breaker;
beforeEach(() => {
  at = 5000;
  breaker = createBreaker(() => at);
});

/** How long the store is left alone from now on, in milliseconds. */
function restsFor(): number {
  const began = at;
  while (breaker.restMs() > 0) at += 1;
  return at - began;
}

it("lets every request through as long as none fails", () => {
  expect([breaker.enter(), breaker.enter()]).toEqual(["request", "request"]);
  breaker.succeeded();
  breaker.refused();
  expect(breaker.enter()).toBe("request");
  expect(breaker.restMs()).toBe(0);
  expect(breaker.recovering()).toBe(false);
});

it("leaves the store alone for a second after a failure", () => {
  breaker.enter();
  breaker.failed();
  expect(breaker.enter()).toBe("resting");
  expect(breaker.recovering()).toBe(true);
  expect(restsFor()).toBe(1000);
});

it("takes failures of requests that were under way together for one", () => {
  for (let request = 0; request < 5; request++) breaker.enter();
  for (let request = 0; request < 5; request++) breaker.failed();
  expect(restsFor()).toBe(1000);
});

it("lets one request try whether the store is back", () => {
  breaker.failed();
  restsFor();
  expect([breaker.enter(), breaker.enter(), breaker.enter()]).toEqual(["probe", "resting", "resting"]);
});

it("is over with the first success", () => {
  breaker.failed();
  restsFor();
  breaker.enter();
  breaker.succeeded();
  expect(breaker.recovering()).toBe(false);
  expect([breaker.enter(), breaker.enter()]).toEqual(["request", "request"]);
  breaker.failed();
  expect(restsFor()).toBe(1000);
});

it("doubles the pause with every failed probe, up to five seconds", () => {
  const pauses: number[] = [];
  for (let failure = 0; failure < 5; failure++) {
    breaker.enter();
    breaker.failed();
    pauses.push(restsFor());
  }
  expect(pauses).toEqual([1000, 2000, 4000, 5000, 5000]);
});

it("lets the next request try when a probe was refused, which tells nothing", () => {
  breaker.failed();
  restsFor();
  expect(breaker.enter()).toBe("probe");
  breaker.refused();
  expect(breaker.recovering()).toBe(true);
  expect(breaker.enter()).toBe("probe");
});
