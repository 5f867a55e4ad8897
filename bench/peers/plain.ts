import type { Page } from "../setting/page";
import { openItems } from "./items";
import { uncounted, type Peer, type PeerOptions } from "./peer";

/** What most people write first: get, and fetch and put when there is nothing. */
export function openPlain({ tableName, windowMs, fetch }: PeerOptions): Peer {
  const items = openItems(tableName);
  return {
    async get(key) {
      const stored = await items.get(key);
      if (stored && Date.now() < stored.until) return uncounted(JSON.parse(stored.text) as Page);
      const page = await fetch(key);
      await items.set(key, { text: JSON.stringify(page), until: Date.now() + windowMs });
      return uncounted(page);
    },
    close: async () => items.close(),
  };
}
