import type { Answer, CacheEvent } from "../answer";
import { createCountedCache, type CountedCache } from "../counted-cache";
import type { CacheStore } from "../store";
import { BUSY_MS, type OriginState } from "./reference-model";

export const WINDOW = 120_000;
export const PROCESSES = 3;
export const KEYS = ["a", "b"];

class BusyError extends Error {
  readonly retryAfterMs = BUSY_MS;
}

export interface Fetched {
  readonly key: string;
  /** Which call to the origin it was. */
  readonly fetch: number;
}

/** Several processes in one, on one store and one origin. */
export function createModelFleet(store: CacheStore) {
  const start = () => createCountedCache({ store, onEvent: (event) => fleet.events.push(event) });
  const fleet = {
    caches: [] as CountedCache[],
    origin: "well" as OriginState,
    fetches: 0,
    /** Those that gave something, oldest first, and in which process; `at` in milliseconds since the epoch. */
    wellFetches: [] as (Fetched & { readonly by: number; readonly at: number })[],
    answers: [] as Answer<Fetched>[],
    events: [] as CacheEvent[],
    async ask(process: number, key: string): Promise<Answer<Fetched> | "error"> {
      const fetch = async (): Promise<Fetched> => {
        fleet.fetches += 1;
        if (fleet.origin === "failing") throw new Error("down");
        if (fleet.origin === "busy") throw new BusyError("busy");
        const fetched = { key, fetch: fleet.fetches };
        fleet.wellFetches.push({ ...fetched, by: process, at: Date.now() });
        return fetched;
      };
      try {
        const answer = await (fleet.caches[process] as CountedCache).get({
          key,
          windowMs: () => WINDOW,
          fetch,
        });
        fleet.answers.push(answer);
        return answer;
      } catch {
        return "error";
      }
    },
    /** Kills a process and starts it anew. */
    restart(process: number) {
      fleet.caches[process] = start();
    },
  };
  for (let process = 0; process < PROCESSES; process++) fleet.restart(process);
  return fleet;
}

export type ModelFleet = ReturnType<typeof createModelFleet>;
