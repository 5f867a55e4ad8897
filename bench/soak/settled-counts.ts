import { setTimeout as sleep } from "node:timers/promises";

import { IDLE } from "./asks";
import { checkCounts, type CountCheck, type CountedAnswer } from "./counts";
import type { Span } from "./spans";

/** How long after a disturbance what is owed may take numbers: a store that has failed is left alone for a while. */
const DISTURBED_AFTER_MS = 10_000;
/** So long what is owed may be delivered after the last answer. */
const SETTLE_MS = 30_000;
const LOOK_AGAIN_MS = 1000;

/** Holds what was answered against what the table has, once it has all, or no more is to be expected. */
export async function settledCounts(options: {
  readonly answers: readonly CountedAnswer[];
  /** When something that counts failed or was killed. */
  readonly disturbances: readonly Span[];
  /** The hits in the table by key. */
  readonly storedHits: () => Promise<ReadonlyMap<string, number>>;
  /** Of the servers. */
  readonly urls: readonly string[];
}): Promise<CountCheck> {
  const { answers, disturbances, storedHits, urls } = options;
  const end = performance.now() + SETTLE_MS;
  const disturbed = disturbances.map(({ from, to }) => ({ from, to: to + DISTURBED_AFTER_MS }));
  for (;;) {
    const check = checkCounts(answers, await storedHits(), disturbed);
    if ((check.lost === 0 && check.invented === 0) || performance.now() > end) return check;
    // An answer is what has a process deliver.
    await Promise.all(urls.map((url) => fetch(new URL(IDLE.path, url))));
    await sleep(LOOK_AGAIN_MS);
  }
}
