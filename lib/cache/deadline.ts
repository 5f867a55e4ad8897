/** Milliseconds. A store that answers in 5 ms is given 150, one that has not answered yet a second. */
const SHORTEST_MS = 150;
const LONGEST_MS = 1000;

/** How long to wait for a store, learnt from how long it takes. */
export interface Deadline {
  /** Milliseconds. */
  current(): number;
  answered(afterMs: number): void;
  /** No answer came within so long; requests that were under way together miss together. */
  missed(afterMs: number): void;
}

/**
 * A deadline by the rule for TCP's retransmission timer (RFC 6298): the smoothed time of an answer and four
 * times its variation; after a miss, twice what was missed, until the next answer.
 */
export function createDeadline(): Deadline {
  let smoothed: number | undefined;
  let variation = 0;
  let deadline = LONGEST_MS;
  const bounded = (ms: number) => Math.min(Math.max(ms, SHORTEST_MS), LONGEST_MS);

  return {
    current: () => deadline,
    answered(afterMs) {
      if (smoothed === undefined) {
        smoothed = afterMs;
        variation = afterMs / 2;
      } else {
        variation = 0.75 * variation + 0.25 * Math.abs(smoothed - afterMs);
        smoothed = 0.875 * smoothed + 0.125 * afterMs;
      }
      deadline = bounded(smoothed + 4 * variation);
    },
    missed(afterMs) {
      deadline = Math.max(deadline, bounded(2 * afterMs));
    },
  };
}
