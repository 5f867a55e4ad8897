import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { createLocalClient, type LocalClientOptions } from "./local-client";

export interface CacheTableOptions extends Pick<LocalClientOptions, "region" | "credentials"> {
  readonly endpoint: string;
  readonly tableName: string;
}

export interface CacheTable {
  /** False when the table was there already. */
  readonly created: boolean;
  /** Whether this DynamoDB removes items past their `ttl` by itself; dynalite doesn't. */
  readonly expires: boolean;
}

const WAIT_SECONDS = 30;

async function create(client: DynamoDBClient, tableName: string): Promise<boolean> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ResourceInUseException) return false;
    throw error;
  }
}

async function enableExpiry(client: DynamoDBClient, tableName: string): Promise<boolean> {
  try {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      }),
    );
    return true;
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "UnknownOperationException") return false;
    // DynamoDB refuses to enable what is enabled.
    if (name === "ValidationException" && message.includes("already enabled")) return true;
    throw error;
  }
}

/**
 * Creates the cache's table unless it exists, and returns when it can be used.
 * @throws the AWS SDK's error when DynamoDB can't be reached or refuses
 */
export async function createCacheTable({
  endpoint,
  tableName,
  ...options
}: CacheTableOptions): Promise<CacheTable> {
  const client = createLocalClient(endpoint, options);
  try {
    const created = await create(client, tableName);
    await waitUntilTableExists({ client, maxWaitTime: WAIT_SECONDS, minDelay: 1 }, { TableName: tableName });
    return { created, expires: await enableExpiry(client, tableName) };
  } finally {
    client.destroy();
  }
}
