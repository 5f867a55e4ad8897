import type { CacheStore } from "../../lib/cache/store";

/**
 * A store that takes everything at once and keeps nothing, to see what the cache itself costs. It counts every hit of
 * a generation, and has nothing for a key that is asked for the first time.
 */
export function createIdleStore(): CacheStore {
  let hits = 0;
  const nothing = { generation: null, freshUntil: 0, clearedAt: 0, fence: 0, holder: null, failure: null };
  return {
    async addHits(_key, target) {
      if (target === "ended" || !("generation" in target)) return { outcome: "refused", state: nothing };
      hits += 1;
      return { outcome: "counted", generation: target.generation, hits, repeated: false, outdated: [] };
    },
    voidAddition: async () => "never made",
    forgetAdditions: async () => undefined,
    read: async () => null,
    acquire: async () => ({ outcome: "acquired" }),
    writeBody: async () => true,
    publish: async () => ({ ended: null, damaged: false }),
    release: async () => undefined,
    readCoolDown: async () => null,
    coolDown: async () => undefined,
  };
}
