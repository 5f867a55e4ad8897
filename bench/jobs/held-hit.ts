import { createCountedCache } from "../../lib/cache/counted-cache";
import type { JobContext } from "../fleet/job-context";
import { summarize, type Summary } from "../statistics";
import { createIdleStore } from "./idle-store";

const WARM_UP = 5000;
const HITS = 50_000;

/** Times our own hit on a value that the process holds, without the counter's write. In microseconds. */
export async function heldHit(_context: JobContext): Promise<Summary> {
  const cache = createCountedCache({ store: createIdleStore() });
  const query = { key: "held", windowMs: () => 3_600_000, fetch: async () => ({ films: [] }) };
  const times: number[] = [];
  for (let hit = 0; hit < WARM_UP + HITS; hit++) {
    const started = performance.now();
    await cache.get(query);
    if (hit >= WARM_UP) times.push((performance.now() - started) * 1000);
  }
  return summarize(times);
}
