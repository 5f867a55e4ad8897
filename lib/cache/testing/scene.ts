import type { Answer, CacheEvent } from "../answer";
import { createCountedCache, type CountedCache } from "../counted-cache";
import { watchStore } from "./watched-store";

export const START = 1_700_000_000_000;
export const WINDOW = 120_000;
export const HOUR = 3_600_000;
export const KEY = "search?page=1&query=matrix";

/** Several processes in one: caches that share a store and an origin, with a wall clock that stands still. */
export function createScene() {
  const watched = watchStore();
  const events: CacheEvent[] = [];
  const scene = {
    watched,
    events,
    clock: START,
    /** How far all wall clocks have been set back, in milliseconds. */
    setBackMs: 0,
    fetches: 0,
    origin: async (): Promise<unknown> => ({ film: "The Matrix", fetch: scene.fetches }),
    /** A cache of another process. Its clock may be off by `skew` ms, or go on, and its store be wrapped. */
    process({ skew = 0, store = watched.store, clockRuns = false } = {}): CountedCache {
      return createCountedCache({
        store,
        now: () => scene.clock + skew - scene.setBackMs + (clockRuns ? performance.now() : 0),
        monotonic: () => scene.clock + performance.now(),
        onEvent: (event) => events.push(event),
      });
    },
    get(from: CountedCache, key = KEY): Promise<Answer<unknown>> {
      return from.get({
        key,
        windowMs: () => WINDOW,
        fetch: async () => {
          scene.fetches += 1;
          return scene.origin();
        },
      });
    },
    /** Kinds of events so far, without those that every request causes. */
    told: () =>
      events
        .filter(({ type }) => type !== "store-answered")
        .map((event) => (event.type === "answer" ? event.outcome : event.type)),
    /** All hits in the store. */
    hits(key = KEY): number {
      const { current, ended } = watched.inner.hits(key);
      return current + ended;
    },
  };
  return scene;
}

export type Scene = ReturnType<typeof createScene>;

/** The numbers of answers, in order. */
export const numbersOf = (answers: readonly { hits: number | null }[]) =>
  answers.map(({ hits }) => hits).sort((a, b) => Number(a) - Number(b));

export const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index);
