import { type DynamoDBClient } from "@aws-sdk/client-dynamodb";

import { startWorker, type Worker } from "../fleet/start-worker";
import { PEER_NAMES, peerKind, type PeerName } from "../peers";
import { startFaithfulDynamoDb, type FaithfulDynamoDb } from "../../local/dynamodb/start-faithful-dynamodb";
import { createLocalClient } from "../../local/dynamodb/local-client";
import { createTable } from "../setting/tables";
import { startUpstream, type Upstream } from "../setting/upstream";
import { warmUp } from "../setting/warm-up";

/** What all peers share: one store and one upstream. */
export interface Setting {
  readonly store: FaithfulDynamoDb;
  readonly upstream: Upstream;
  /** For what the bench itself has to do in the store. */
  readonly client: DynamoDBClient;
  /** Starts a process with a peer; all that are left are stopped at the end. */
  worker(peer: PeerName, options: WorkerOptions): Promise<Worker>;
  close(): Promise<void>;
}

export interface WorkerOptions {
  readonly windowMs: number;
  /** Of the DynamoDB it is to use, the store's own by default. */
  readonly endpoint?: string;
  /** The common one by default. */
  readonly upstream?: Upstream;
}

export const tableOf = (peer: PeerName): string => `bench-${peer}`;

/** Longer than any measurement. */
export const LONG_WINDOW_MS = 3_600_000;

export async function startSetting(): Promise<Setting> {
  const store = await startFaithfulDynamoDb();
  const upstream = await startUpstream();
  const client = createLocalClient(store.endpoint);
  await warmUp(client);
  for (const peer of PEER_NAMES) await createTable(client, tableOf(peer), peerKind(peer).partitionKey);
  const workers = new Set<Worker>();

  return {
    store,
    upstream,
    client,
    async worker(peer, { windowMs, endpoint = store.endpoint, upstream: other = upstream }) {
      const setup = { peer, tableName: tableOf(peer), windowMs, upstreamUrl: other.url };
      const worker = await startWorker(setup, endpoint);
      workers.add(worker);
      return {
        ...worker,
        async stop() {
          workers.delete(worker);
          await worker.stop();
        },
      };
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop()));
      client.destroy();
      await upstream.close();
      await store.close();
    },
  };
}
