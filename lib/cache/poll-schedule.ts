/** How long to wait before looking again whether another process has come to an end. All in milliseconds. */
export interface PollSchedule {
  /**
   * @param polls how often it has been asked already
   * @param fetch how long ago it began, by two clocks: below 0 or far too much where they are apart; and how long it
   *   will take to save what is fetched
   */
  delay(polls: number, fetch?: { readonly sinceMs: number; readonly saveMs: number }): number;
  /** So long it took from the lease until the value was there, by one clock; below 0 where that was set meanwhile. */
  learn(tookMs: number): void;
}

/** TMDB takes about 150 ms; who has learnt nothing yet allows for more. */
const FIRST_GUESS_MS = 200;
const LONGEST_FIRST_MS = 300;
const LONGEST_SAVE_MS = 100;
/** Shorter, and on a busy machine those who look in vain cost more requests than three and six for each process. */
const NEXT_MS = 55;
/** Who waits for half a second hears of the result about 100 ms later; who waits for longer is not kept much longer. */
const SLOWER = 1.1;
const LONGEST_NEXT_MS = 250;
const JITTER = 1 / 3;

/**
 * Looks first when a fetch usually has come to an end, and then ever less often. Jitter keeps those who wait
 * for the same fetch apart. Only what a fetch itself took is learnt: what it took to see its end is more than that,
 * and would put off the next look, and so on.
 */
export function createPollSchedule(random: () => number = Math.random): PollSchedule {
  let usual = FIRST_GUESS_MS;
  return {
    delay(polls, { sinceMs, saveMs } = { sinceMs: 0, saveMs: 0 }) {
      if (polls === 0) {
        const fetchMs = Math.max(usual - Math.max(sinceMs, 0), 0);
        return fetchMs + Math.min(saveMs, LONGEST_SAVE_MS) + (0.5 + random()) * 20;
      }
      const jitter = 1 + JITTER * (2 * random() - 1);
      return Math.min(NEXT_MS * SLOWER ** (polls - 1), LONGEST_NEXT_MS) * jitter;
    },
    learn(tookMs) {
      if (tookMs >= 0) usual = 0.75 * usual + 0.25 * Math.min(tookMs, LONGEST_FIRST_MS);
    },
  };
}
