import { StoreError, type CacheStore } from "./store";

/** Milliseconds that a failing store is left alone: doubled with every failed probe. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5000;

/**
 * The same store, asked no more for a while after it failed: a dead store then costs its deadline once
 * and not once per request. After the pause a single request tries whether it is back.
 *
 * @param now milliseconds of a clock
 */
export function withBreaker(store: CacheStore, now: () => number): CacheStore {
  let pauseMs = 0;
  let restingUntil = -Infinity;
  let probing = false;

  async function guard<T>(request: () => Promise<T>): Promise<T> {
    const recovering = pauseMs > 0;
    if (recovering && (now() < restingUntil || probing)) throw new StoreError("request", "resting");
    probing = recovering;
    try {
      const answer = await request();
      pauseMs = 0;
      return answer;
    } catch (error) {
      if (error instanceof StoreError && error.reason === "failed") {
        // Requests that were under way together fail together: that is one failure.
        if (now() >= restingUntil)
          pauseMs = Math.min(Math.max(pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
        restingUntil = now() + pauseMs;
      }
      throw error;
    } finally {
      if (recovering) probing = false;
    }
  }

  return {
    addHits: (key, target, count) => guard(() => store.addHits(key, target, count)),
    read: (key, options) => guard(() => store.read(key, options)),
    write: (key, entry, options) => guard(() => store.write(key, entry, options)),
    openCounter: (key, generation, at) => guard(() => store.openCounter(key, generation, at)),
  };
}
