import { createCountedCache } from "../../lib/cache/counted-cache";
import type { JobContext } from "../fleet/job-context";
import { createIdleStore } from "./idle-store";

/** Memory of the process, in bytes, after so many keys. */
export interface MemorySample {
  readonly keys: number;
  readonly rss: number;
  readonly heapUsed: number;
}

const SAMPLES = 10;

/** Fetches many distinct keys through our own cache, each with a page of films, and watches the process's memory. */
export async function manyKeys(
  _context: JobContext,
  input: { keys: number; films: unknown },
): Promise<MemorySample[]> {
  const cache = createCountedCache({ store: createIdleStore() });
  const films = JSON.stringify(input.films);
  const samples: MemorySample[] = [];
  for (let key = 1; key <= input.keys; key++) {
    const fetch = async () => ({ key, films: JSON.parse(films) as unknown });
    await cache.get({ key: `search?page=1&query=${key}`, windowMs: () => 120_000, fetch });
    if (key % (input.keys / SAMPLES) === 0) {
      globalThis.gc?.();
      const { rss, heapUsed } = process.memoryUsage();
      samples.push({ keys: key, rss, heapUsed });
    }
  }
  return samples;
}
