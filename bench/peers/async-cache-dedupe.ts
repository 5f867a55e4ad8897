import { createCache, createStorage, StorageInterface } from "async-cache-dedupe";

import type { Page } from "../setting/page";
import { openItems, type Items } from "./items";
import { STALE_MS, uncounted, type Peer, type PeerOptions } from "./peer";

/**
 * A custom storage, made after its Redis storage as its documentation says: what fails is left to a log, and a value
 * and its remaining time are two requests.
 */
class DynamoDbStorage extends StorageInterface {
  constructor(private readonly items: Items) {
    super({});
  }

  private async find(key: string) {
    const stored = await this.items.get(key);
    return stored && Date.now() < stored.until ? stored : undefined;
  }

  override async get(key: string): Promise<unknown> {
    try {
      const stored = await this.find(key);
      return stored && (JSON.parse(stored.text) as unknown);
    } catch {
      return undefined;
    }
  }

  override async set(key: string, value: unknown, ttl: number): Promise<void> {
    const stored = { text: JSON.stringify(value), until: Date.now() + ttl * 1000 };
    await this.items.set(key, stored).catch(() => undefined);
  }

  override async remove(key: string): Promise<void> {
    await this.items.delete(key).catch(() => undefined);
  }

  // The types say nothing comes back; Redis' storage and the caller say whole seconds do.
  override async getTTL(key: string): Promise<never> {
    const stored = await this.find(key);
    return (stored ? Math.ceil((stored.until - Date.now()) / 1000) : 0) as never;
  }

  override async exists(key: string): Promise<boolean> {
    return (await this.find(key)) !== undefined;
  }

  override async invalidate(): Promise<void> {}

  override async clear(): Promise<void> {}
}

/**
 * `async-cache-dedupe`, which has storages for memory and Redis, on a custom one. `stale` is its way to go on without
 * the upstream: it answers an old page once after every window, also when the upstream is up. Windows are whole
 * seconds.
 */
export function openAsyncCacheDedupe({ tableName, windowMs, fetch }: PeerOptions): Peer {
  const items = openItems(tableName);
  const storage = createStorage("custom", { storage: new DynamoDbStorage(items) });
  const cache = createCache({
    ttl: Math.round(windowMs / 1000),
    stale: Math.round(STALE_MS / 1000),
    storage: { type: "custom", options: { storage } },
  }).define("page", (key: string): Promise<Page> => fetch(key));
  return {
    get: async (key) => uncounted(await cache.page(key)),
    close: async () => items.close(),
  };
}
