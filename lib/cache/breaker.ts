/** Milliseconds that a failing store is left alone: doubled with every failed probe. */
const FIRST_REST_MS = 1000;
const LONGEST_REST_MS = 5000;

/** Keeps requests from a store that fails, so that a dead one costs its deadline once and not once per request. */
export interface Breaker {
  /** How long the store is still left alone, in milliseconds. */
  restMs(): number;
  /** Whether it has failed and not yet been found to be back. */
  recovering(): boolean;
  /**
   * Asks to send a request: `probe` when it is the one that tries whether the store is back.
   * Whoever was let through reports how it went.
   */
  enter(): "request" | "probe" | "resting";
  succeeded(): void;
  failed(): void;
  /** The store refused the probe, so nothing is known about its health. */
  refused(): void;
}

/** @param monotonic milliseconds of a clock that nobody sets */
export function createBreaker(monotonic: () => number): Breaker {
  let lengthMs = 0;
  let restingUntil = -Infinity;
  let probing = false;

  const recovering = () => lengthMs > 0;
  const resting = () => recovering() && (monotonic() < restingUntil || probing);
  return {
    restMs: () => Math.max(restingUntil - monotonic(), 0),
    recovering,
    enter() {
      if (resting()) return "resting";
      if (!recovering()) return "request";
      probing = true;
      return "probe";
    },
    succeeded() {
      lengthMs = 0;
      probing = false;
    },
    failed() {
      // Requests that were under way together fail together: that is one failure.
      const at = monotonic();
      if (at >= restingUntil) lengthMs = Math.min(Math.max(lengthMs * 2, FIRST_REST_MS), LONGEST_REST_MS);
      restingUntil = at + lengthMs;
      probing = false;
    },
    refused() {
      probing = false;
    },
  };
}
