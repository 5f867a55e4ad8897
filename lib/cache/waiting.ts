import type { KeyState } from "./store";

/**
 * Milliseconds after which a holder that has not come to an end is taken for dead. The origin takes 4 s at most, which
 * leaves the holder's four requests to a store that is well more than they need. With a store that is slow they may need
 * longer: that costs a second fetch, and the fence keeps it from doing harm.
 */
const LEASE_MS = 5000;
/** A lease that is older than this by the wall clock has no holder; clocks are seconds apart at most. */
const ABANDONED_MS = 60_000;

/**
 * Watches who holds the lease of a key. Whether a holder is dead is judged by how long this process itself
 * has seen the same lease, so it does not matter how far clocks are apart.
 *
 * @param now milliseconds since the epoch
 */
export function createLeaseWatch(now: () => number): (state: KeyState) => boolean {
  let watched: { fence: number; since: number } | undefined;
  return ({ holder, fence }) => {
    if (holder === null) return false;
    if (watched?.fence !== fence) watched = { fence, since: performance.now() };
    return performance.now() - watched.since >= LEASE_MS || fence <= now() - ABANDONED_MS;
  };
}

/** How long to wait before looking again whether another process has come to an end. All in milliseconds. */
export interface Pace {
  /**
   * @param looks how often it has been looked already
   * @param sinceMs how long ago the fetch began, by two clocks: below 0 or far too much where they are apart
   */
  delay(looks: number, sinceMs?: number): number;
  /** So long it took from the lease until the value was there, by one clock; below 0 where that was set meanwhile. */
  learn(tookMs: number): void;
}

/** TMDB takes about 150 ms; the rest is for the store. */
const FIRST_GUESS_MS = 200;
const LONGEST_FIRST_MS = 300;
const NEXT_MS = 40;
/** Who waits for half a second hears of the result within 100 ms; who waits for longer is not kept much longer. */
const SLOWER = 1.15;
const LONGEST_NEXT_MS = 250;
const JITTER = 1 / 3;

/**
 * Looks first when a fetch usually has come to an end, and then ever less often. Jitter keeps those who wait
 * for the same fetch apart. Only what a fetch itself took is learnt: what it took to see its end is more than that,
 * and would put off the next look, and so on.
 */
export function createPace(random: () => number = Math.random): Pace {
  let usual = FIRST_GUESS_MS;
  return {
    delay(looks, sinceMs = 0) {
      // The value has to be saved as well, which takes two requests to the store.
      if (looks === 0) return Math.max(usual - Math.max(sinceMs, 0), 0) + (0.5 + random()) * 20;
      const jitter = 1 + JITTER * (2 * random() - 1);
      return Math.min(NEXT_MS * SLOWER ** (looks - 1), LONGEST_NEXT_MS) * jitter;
    },
    learn(tookMs) {
      if (tookMs >= 0) usual = 0.75 * usual + 0.25 * Math.min(tookMs, LONGEST_FIRST_MS);
    },
  };
}
