import { BentoCache, bentostore } from "bentocache";
import { dynamoDbDriver } from "bentocache/drivers/dynamodb";

import { STALE_MS, uncounted, type Peer, type PeerOptions } from "./peer";

/** How long it waits for the upstream before it answers an old page, as long as the product's own client does. */
const SOFT_TIMEOUT_MS = 4000;

/**
 * `bentocache` on its DynamoDB driver alone: a memory layer in each process would need a message bus between them.
 * A grace period is its way to go on without the upstream.
 */
export function openBentocache({ tableName, windowMs, fetch }: PeerOptions): Peer {
  const driver = dynamoDbDriver({
    table: { name: tableName },
    region: process.env.AWS_REGION,
    endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB,
  });
  const cache = new BentoCache({
    default: "films",
    ttl: windowMs,
    grace: STALE_MS,
    timeout: SOFT_TIMEOUT_MS,
    stores: { films: bentostore().useL2Layer(driver) },
  });
  return {
    get: async (key) => uncounted(await cache.getOrSet({ key, factory: () => fetch(key) })),
    close: () => cache.disconnectAll(),
  };
}
