import { createDynamoDbClient } from "../../lib/aws/clients";
import { createCountedCache } from "../../lib/cache/counted-cache";
import { createDynamoDbStore } from "../../lib/cache/dynamodb-store";
import type { Peer, PeerOptions } from "./peer";

/** The project's own cache, as lib/movies puts it together. */
export function openOurs({ tableName, windowMs, fetch }: PeerOptions): Peer {
  const client = createDynamoDbClient();
  const cache = createCountedCache({ store: createDynamoDbStore(client, tableName) });
  return {
    async get(key) {
      const { value, hits } = await cache.get({ key, windowMs: () => windowMs, fetch: () => fetch(key) });
      return { page: value, hits };
    },
    async close() {
      await cache.settle();
      client.destroy();
    },
  };
}
