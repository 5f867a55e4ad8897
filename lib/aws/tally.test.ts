import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

import { createCacheTable } from "@/local/dynamodb/create-cache-table";
import { createLocalClient } from "@/local/dynamodb/local-client";
import { startDynamoDb, type LocalDynamoDb } from "@/local/dynamodb/start-dynamodb";

import { createTally } from "./tally";

const TABLE = "tally-test";
const UNTIL = 1_700_000_000_500;

const clientFor = (endpoint: string) => createLocalClient(endpoint, { maxAttempts: 1 });

describe("a tally", () => {
  let dynamoDb: LocalDynamoDb;
  let client: DynamoDBClient;

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    await createCacheTable({ endpoint: dynamoDb.endpoint, tableName: TABLE });
    client = clientFor(dynamoDb.endpoint);
  });
  afterAll(async () => {
    client.destroy();
    await dynamoDb.close();
  });

  it("counts each name once per call, however many come at once", async () => {
    const tally = createTally(client, TABLE, 10_000);
    const counts = await Promise.all(Array.from({ length: 20 }, () => tally.count("calls", UNTIL)));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await tally.count("others", UNTIL)).toBe(1);
  });

  it("is forgotten by the table when it is over", async () => {
    await createTally(client, TABLE, 10_000).count("over", UNTIL);
    const { Item } = await client.send(
      new GetItemCommand({ TableName: TABLE, Key: { pk: { S: "tally#over" } } }),
    );
    expect(Item?.["ttl"]).toEqual({ N: "1700000001" });
  });
});

it("gives up on a table that does not answer", async () => {
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const client = clientFor(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  const started = performance.now();
  await expect(createTally(client, TABLE).count("calls", UNTIL)).rejects.toThrow(
    /^The table has not counted \(/,
  );
  expect(performance.now() - started).toBeLessThan(600);
  client.destroy();
  silent.closeAllConnections();
  silent.close();
});
