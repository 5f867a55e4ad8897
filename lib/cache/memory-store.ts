import type { CacheStore, CountedHits, HitTarget, StoredEntry } from "./store";

/** A store in this process alone: for tests, and as the shortest statement of what a store does. */
export function createMemoryStore(): CacheStore {
  const entries = new Map<string, StoredEntry>();
  const counters = new Map<string, CountedHits & { freshUntil: number }>();

  function matches(counter: { generation: string; freshUntil: number }, target: HitTarget): boolean {
    return "generation" in target
      ? counter.generation === target.generation
      : target.freshAt < counter.freshUntil;
  }

  const store: CacheStore = {
    async addHits(key, target, count) {
      const counter = counters.get(key);
      if (!counter || !matches(counter, target)) return null;
      const hits = counter.hits + count;
      counters.set(key, { ...counter, hits });
      return { generation: counter.generation, hits };
    },

    async read(key) {
      return entries.get(key) ?? null;
    },

    async write(key, entry, { now, replacing }) {
      const present = entries.get(key);
      if (present?.generation === entry.generation) return true;
      if (present && now < present.freshUntil && present.generation !== replacing) return false;
      entries.set(key, entry);
      counters.set(key, { generation: entry.generation, freshUntil: entry.freshUntil, hits: 0 });
      return true;
    },

    async openCounter(key, { generation, freshUntil }, now) {
      const counter = counters.get(key);
      if (!counter || now >= counter.freshUntil) counters.set(key, { generation, freshUntil, hits: 0 });
    },
  };
  return store;
}
