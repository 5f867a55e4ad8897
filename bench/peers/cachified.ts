import { cachified, totalTtl, type Cache, type CacheEntry } from "@epic-web/cachified";

import type { Page } from "../setting/page";
import { openItems, type Items } from "./items";
import { STALE_MS, uncounted, type Peer, type PeerOptions } from "./peer";

/** A cachified store is three methods. */
function storeIn(items: Items): Cache {
  return {
    name: "DynamoDB",
    async get(key) {
      const stored = await items.get(key);
      return stored && (JSON.parse(stored.text) as CacheEntry);
    },
    async set(key, entry) {
      const until = entry.metadata.createdTime + totalTtl(entry.metadata);
      await items.set(key, { text: JSON.stringify(entry), until });
    },
    delete: (key) => items.delete(key),
  };
}

/**
 * `@epic-web/cachified`. Its way to go on without the upstream is stale-while-revalidate, so it answers an old page
 * once after every window, also when the upstream is up (`fallbackToCache` works only with `forceFresh`).
 */
export function openCachified({ tableName, windowMs, fetch }: PeerOptions): Peer {
  const items = openItems(tableName);
  const cache = storeIn(items);
  return {
    async get(key) {
      const page = await cachified<Page>({
        key,
        cache,
        ttl: windowMs,
        staleWhileRevalidate: STALE_MS,
        getFreshValue: () => fetch(key),
      });
      return uncounted(page);
    },
    close: async () => items.close(),
  };
}
