import { createKeyv } from "@keyv/dynamo";
import { Cacheable } from "cacheable";

import { uncounted, type Peer, type PeerOptions } from "./peer";

/** `cacheable`: memory in front of `@keyv/dynamo`. It has no way to go on without the upstream. */
export function openCacheable({ tableName, windowMs, fetch }: PeerOptions): Peer {
  const cache = new Cacheable({ secondary: createKeyv({ tableName }), ttl: windowMs });
  // Without a listener an error event would end the process.
  cache.on("error", () => undefined);
  return {
    get: async (key) => uncounted(await cache.getOrSet(key, () => fetch(key), { ttl: windowMs })),
    close: () => cache.disconnect(),
  };
}
