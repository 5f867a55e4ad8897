import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

import type { JobContext } from "../fleet/job-context";
import { bareRequest, type Floor } from "./bare-request";

export interface HitsPerSecondInput {
  /** One per client; all the same for one hot key. */
  readonly keys: readonly string[];
  /** What the same clients could do at most, one item for each key. */
  readonly floors: readonly Floor[];
  readonly ms: number;
}

export interface HitsPerSecond {
  readonly perSecond: number;
  readonly barePerSecond: number;
  readonly requestsPerHit: number;
  /** Hits without a number, as a share of all: of a peer that counts, those that the store could not take at once. */
  readonly withoutNumber: number;
}

/** Lets clients do one thing after the other for a while; how often they did, all together, in a second. */
async function perSecond(clients: readonly (() => Promise<unknown>)[], ms: number): Promise<number> {
  const started = performance.now();
  let count = 0;
  await Promise.all(
    clients.map(async (send) => {
      while (performance.now() - started < ms) {
        await send();
        count += 1;
      }
    }),
  );
  return (1000 * count) / (performance.now() - started);
}

/** Counts the hits that many clients of one process get in a second; every key is fetched before. */
export async function hitsPerSecond(
  { peer, tableName, requestsSent }: JobContext,
  { keys, floors, ms }: HitsPerSecondInput,
): Promise<HitsPerSecond> {
  for (const key of new Set(keys)) await peer.get(key);
  const client = new DynamoDBClient({ maxAttempts: 1 });
  const bare = floors.map((floor) => bareRequest(client, tableName, floor));
  const barePerSecond = await perSecond(bare, ms);
  client.destroy();

  const before = requestsSent();
  let all = 0;
  let withoutNumber = 0;
  const clients = keys.map((key) => async () => {
    const { hits } = await peer.get(key);
    all += 1;
    if (hits === null) withoutNumber += 1;
  });
  const hitsInASecond = await perSecond(clients, ms);
  return {
    perSecond: hitsInASecond,
    barePerSecond,
    requestsPerHit: (requestsSent() - before) / all,
    withoutNumber: withoutNumber / all,
  };
}
