import type { CacheStore, CountedHits, Generation, HitTarget, StoredEntry } from "./store";

/** A store in this process alone: for tests, and as the shortest statement of what a store does. */
export function createMemoryStore(): CacheStore {
  const entries = new Map<string, StoredEntry>();
  const counters = new Map<string, CountedHits & Pick<Generation, "fetchedAt" | "freshUntil">>();

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
      const { generation, fetchedAt, freshUntil } = entry;
      counters.set(key, { generation, fetchedAt, freshUntil, hits: 0 });
      return true;
    },

    async openCounter(key, { generation, fetchedAt, freshUntil }, now) {
      const counter = counters.get(key);
      if (!counter || now >= counter.freshUntil || counter.fetchedAt < fetchedAt) {
        counters.set(key, { generation, fetchedAt, freshUntil, hits: 0 });
      }
    },
  };
  return store;
}
