import type { GuardedStore } from "./guarded-store";
import type { HitCounter } from "./hit-counter";
import { sleep, within } from "./timers";

/** Milliseconds between two attempts, and again as much at random: processes that failed together part. */
const PAUSE_MS = 500;

/**
 * Delivers what this process owes to the store, before it may stand still for ever: goes on as long as the store may
 * be back within the time there is. A store that has failed is tried first, though nothing be owed: here nobody waits.
 *
 * @param budgetMs milliseconds that it takes at most
 */
export async function deliver(
  counter: Pick<HitCounter, "settle" | "owed">,
  store: Pick<GuardedStore, "restMs" | "recovering" | "probe">,
  budgetMs: number,
): Promise<void> {
  const end = performance.now() + budgetMs;
  const left = () => end - performance.now();
  for (;;) {
    const before = counter.owed();
    if (store.recovering()) await within(left(), store.probe(), undefined);
    if (!store.recovering()) await within(left(), counter.settle(), undefined);
    if (counter.owed() === 0) return;
    // The store takes what it is told: there are only more keys than are served at once.
    if (counter.owed() < before && !store.recovering() && left() > 0) continue;
    const pause = Math.max(store.restMs(), PAUSE_MS) + Math.random() * PAUSE_MS;
    if (pause >= left()) return;
    await sleep(pause);
  }
}
