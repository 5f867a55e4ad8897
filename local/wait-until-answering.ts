import { setTimeout as sleep } from "node:timers/promises";

const EVERY_MS = 250;

/** Resolves to true as soon as `url` answers at all, whatever it says, or to false when `stop` comes first. */
export async function waitUntilAnswering(url: string, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    try {
      const response = await fetch(url, { signal: stop });
      await response.body?.cancel();
      return true;
    } catch {
      // Nobody listens yet.
      await sleep(EVERY_MS);
    }
  }
  return false;
}
