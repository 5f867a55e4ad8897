import { setTimeout as sleep } from "node:timers/promises";
import { DeleteTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCountedCache } from "../../lib/cache/counted-cache";
import { createDynamoDbStore } from "../../lib/cache/dynamodb-store";
import { Problem } from "../problem";
import { createCacheTable } from "./create-cache-table";
import { createLocalClient } from "./local-client";

const TABLE = "warm-up";
const ATTEMPTS = 20;
const PAUSE_MS = 500;

/** Has one process fetch and another count a hit: every kind of request that an answer takes. */
async function isCounted(client: DynamoDBClient, key: string): Promise<boolean> {
  const query = { key, windowMs: () => 60_000, fetch: async () => key };
  const [one, other] = [0, 1].map(() => createCountedCache({ store: createDynamoDbStore(client, TABLE) }));
  const answers = [await one?.get(query), await other?.get(query)];
  await Promise.all([one?.settle(), other?.settle()]);
  return answers.map((answer) => answer?.hits).join() === "0,1";
}

/**
 * Has a DynamoDB that has just started do what the cache will ask of it. AWS's own loads its code with the first
 * request of each kind, which on a busy machine takes longer than the cache waits for a store: that answer would not
 * be counted.
 *
 * @throws {Problem} when nothing is counted in ten seconds and more
 */
export async function warmUp(endpoint: string): Promise<void> {
  await createCacheTable({ endpoint, tableName: TABLE });
  const client = createLocalClient(endpoint, { maxAttempts: 1 });
  try {
    for (let attempt = 0; !(await isCounted(client, `key-${attempt}`)); attempt++) {
      if (attempt === ATTEMPTS) throw new Problem(`The DynamoDB at ${endpoint} counts nothing.`);
      await sleep(PAUSE_MS);
    }
    await client.send(new DeleteTableCommand({ TableName: TABLE }));
  } finally {
    client.destroy();
  }
}
