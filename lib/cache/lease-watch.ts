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
