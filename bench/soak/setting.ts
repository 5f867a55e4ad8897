import { dummyCredentials } from "../../local/dummy-credentials";
import { createLocalClient } from "../../local/dynamodb/local-client";
import { startFaithfulDynamoDb } from "../../local/dynamodb/start-faithful-dynamodb";
import { startLocalStack } from "../../local/stack";
import { describeStore } from "../setting/describe-store";
import { startStoreProxy } from "../setting/store-proxy";
import type { Phase } from "./phases";
import { startServer, type SoakServer } from "./servers";
import { storedHits } from "./stored-hits";

/** The app in production, and what stands behind it, which can be made to fail. */
export interface SoakSetting {
  readonly servers: readonly SoakServer[];
  /** What DynamoDB is. */
  readonly store: string;
  /** Has TMDB and DynamoDB fail as the phase says, or work. */
  enter(phase: Pick<Phase, "tmdb" | "store">): Promise<void>;
  /** The hits in the table by key; asked of DynamoDB itself. */
  storedHits(): Promise<Map<string, number>>;
  close(): Promise<void>;
}

/**
 * Starts processes of the app that was built, on one table and one stand-in for TMDB.
 * @param now milliseconds
 */
export async function startSetting(
  processes: number,
  windowSeconds: number,
  now: () => number,
): Promise<SoakSetting> {
  let tmdb: Phase["tmdb"];
  const dynamoDb = await startFaithfulDynamoDb();
  const proxy = await startStoreProxy(dynamoDb.endpoint);
  const environment = { AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint, POWERTOOLS_METRICS_DISABLED: "false" };
  const stack = await startLocalStack({ environment, tmdb: { intercept: () => tmdb } });
  const env: Record<string, string> = {
    ...stack.env,
    ...dummyCredentials(),
    CACHE_WINDOW_SECONDS: String(windowSeconds),
  };
  const servers = await Promise.all(Array.from({ length: processes }, () => startServer(env, now)));
  const client = createLocalClient(dynamoDb.endpoint);

  return {
    servers,
    store: await describeStore(dynamoDb),
    async enter(phase) {
      ({ tmdb } = phase);
      await (phase.store ? proxy.fail(phase.store) : proxy.recover());
    },
    storedHits: () => storedHits(client, env.CACHE_TABLE_NAME ?? ""),
    async close() {
      await Promise.all(servers.map((server) => server.close()));
      client.destroy();
      await stack.close();
      await proxy.close();
      await dynamoDb.close();
    },
  };
}
