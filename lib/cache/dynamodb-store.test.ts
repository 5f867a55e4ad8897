import { createServer, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
  type AttributeValue,
} from "@aws-sdk/client-dynamodb";

import { createCacheTable } from "@/local/dynamodb/create-cache-table";
import { createLocalClient } from "@/local/dynamodb/local-client";
import { startDynamoDb, type LocalDynamoDb } from "@/local/dynamodb/start-dynamodb";

import { createCountedCache } from "./counted-cache";
import { createDynamoDbStore } from "./dynamodb-store";
import { unpack } from "./held";
import { cacheKey } from "./key";
import type { CacheStore, StoredEntry } from "./store";
import { describeStoreContract } from "./testing/store-contract";

const TABLE = "movies-cache-test";
const NOW = 1_700_000_000_000;
const ENTRY: StoredEntry = {
  generation: "a",
  fetchedAt: NOW,
  freshUntil: NOW + 120_000,
  staleUntil: NOW + 86_400_000,
  fence: 5,
  body: Buffer.from("body"),
};

const clientFor = (endpoint: string) => createLocalClient(endpoint, { maxAttempts: 1 });

describe("the DynamoDB store", () => {
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

  describeStoreContract(() => createDynamoDbStore(client, TABLE));

  const LEASE = { holder: "me", fence: ENTRY.fence };
  const once = { count: 1, by: "me", sequence: NOW };

  async function put(store: CacheStore, key: string) {
    expect(await store.acquire(key, { ...LEASE, now: NOW })).toEqual({ outcome: "acquired" });
    expect(await store.writeBody(key, ENTRY)).toBe(true);
    return store.publish(key, ENTRY, LEASE);
  }

  async function itemsOf(key: string) {
    const { Items = [] } = await client.send(
      new ScanCommand({
        TableName: TABLE,
        FilterExpression: "begins_with(pk, :key)",
        ExpressionAttributeValues: { ":key": { S: key } },
      }),
    );
    return Items.sort((a, b) => String(a["pk"]?.S).localeCompare(String(b["pk"]?.S)));
  }

  it("keeps the counter in a small item of its own under the key, a week longer than the body", async () => {
    const store = createDynamoDbStore(client, TABLE);
    await put(store, "items?a=1");
    await store.addHits("items?a=1", { generation: "a" }, { ...once, count: 2 });
    const [counter, body] = await itemsOf("items?");
    expect(counter).toMatchObject({
      pk: { S: "items?a=1" },
      hits: { N: "2" },
      totalHits: { N: "0" },
      ttl: { N: String(1_700_086_400 + 7 * 86_400) },
    });
    expect(counter).not.toHaveProperty("body");
    expect(counter).not.toHaveProperty("lease");
    expect(body).toMatchObject({ pk: { S: "items?a=1#body" }, ttl: { N: "1700086400" } });
    expect(body).not.toHaveProperty("hits");
  });

  it("charges one request and one write unit for a hit, though 50 processes count", async () => {
    let clock = NOW;
    let requests = 0;
    const metered = clientFor(dynamoDb.endpoint);
    const units: number[] = [];
    metered.middlewareStack.add(
      (next) => async (args) => {
        requests += 1;
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
        units.push(ConsumedCapacity?.CapacityUnits ?? NaN);
        return answer;
      },
      { step: "initialize" },
    );
    const store = createDynamoDbStore(metered, TABLE);
    const key = cacheKey("film", { id: 603, language: "en-US" });
    const fleet = Array.from({ length: 50 }, () => createCountedCache({ store, now: () => clock }));
    const hour = { key, windowMs: () => 3_600_000, fetch: async () => "film" };
    /** Each asks once, evenly within a minute and a half, and settles. */
    async function ask() {
      const costs: [number, number][] = [];
      for (const one of fleet) {
        clock += 90_000 / fleet.length;
        [requests, units.length] = [0, 0];
        await one.get(hour);
        costs.push([requests, units.reduce((sum, unit) => sum + unit, 0)]);
        await one.settle();
      }
      return costs;
    }
    await ask();
    await ask();
    expect(await ask()).toEqual(Array(50).fill([1, 1]));
    metered.destroy();
    const [counter] = await itemsOf("film?");
    expect(counter).toMatchObject({ hits: { N: "149" } });
  });

  const odd = { freshUntil: { N: String(NOW * 2) }, generation: { S: "z" } };
  it.each([
    ["nothing but a key", {}],
    ["attributes of other types", { freshUntil: { S: "later" }, generation: { N: "1" }, body: { S: "x" } }],
    [
      "a lease, a fence and a failure of other types",
      { lease: { N: "1" }, fence: { S: "x" }, retryAt: { S: "x" } },
    ],
    ["a lease without a fence", { lease: { S: "x" } }],
    ["a lease whose fence is no number", { lease: { S: "x" }, fence: { S: "x" } }],
    ["a generation of an odd name", { ...odd, generation: { S: "-" }, freshUntil: { N: "1" } }],
    ["a body that is no bytes", { ...odd, body: { S: "x" }, hits: { N: "3" } }],
    ["a counter that is no number", { ...odd, hits: { S: "x" } }],
    ["a total that is no number", { ...odd, hits: { N: "3" }, totalHits: { S: "x" } }],
  ])("reads %s as nothing and writes over it", async (name, attributes: Record<string, AttributeValue>) => {
    const store = createDynamoDbStore(client, TABLE);
    const key = `broken?${name}`;
    for (const pk of [key, `${key}#body`]) {
      await client.send(new PutItemCommand({ TableName: TABLE, Item: { pk: { S: pk }, ...attributes } }));
    }
    const entry = await store.read(key, { consistent: true });
    expect(entry && unpack(key, entry, NOW)).toBeNull();
    expect(await store.acquire(key, { ...LEASE, now: NOW, replacing: "z" })).toEqual({ outcome: "acquired" });
    expect(await store.writeBody(key, ENTRY)).toBe(true);
    expect(await store.publish(key, ENTRY, LEASE)).not.toBeNull();
    expect(await store.addHits(key, { freshAt: NOW }, once)).toMatchObject({ generation: "a", hits: 1 });
  });

  it.each([
    ["hits", { hits: { S: "many" }, totalHits: { N: "15" } }, { ended: null, damaged: true }, "15"],
    ["total", { hits: { N: "4" }, totalHits: { S: "many" } }, { ended: 4, damaged: true }, "4"],
    [
      "hits and total",
      { hits: { S: "many" }, totalHits: { S: "many" } },
      { ended: null, damaged: true },
      "0",
    ],
    ["nothing", { hits: { N: "4" }, totalHits: { N: "15" } }, { ended: 4, damaged: false }, "19"],
  ])(
    "keeps what of its counts is a number and says so where %s is none",
    async (name, counts, told, total) => {
      const store = createDynamoDbStore(client, TABLE);
      const key = `counts?${name}`;
      await client.send(
        new PutItemCommand({ TableName: TABLE, Item: { pk: { S: key }, ...odd, ...counts } }),
      );
      await store.acquire(key, { ...LEASE, now: NOW, replacing: "z" });
      expect(await store.publish(key, ENTRY, LEASE)).toEqual(told);
      const [counter] = await itemsOf(key);
      expect(counter).toMatchObject({ hits: { N: "0" }, totalHits: { N: total } });
    },
  );

  it("does not add to a counter that is no number, and says that nothing fresh is there", async () => {
    const store = createDynamoDbStore(client, TABLE);
    const counter = { pk: { S: "odd?a=1" }, ...odd, hits: { S: "many" } };
    await client.send(new PutItemCommand({ TableName: TABLE, Item: counter }));
    expect(await store.addHits("odd?a=1", { freshAt: NOW }, once)).toMatchObject({
      outcome: "refused",
      state: { generation: "z", freshUntil: 0 },
    });
  });

  it("counts nothing once the counter is gone", async () => {
    const store = createDynamoDbStore(client, TABLE);
    await put(store, "gone?a=1");
    await client.send(new DeleteItemCommand({ TableName: TABLE, Key: { pk: { S: "gone?a=1" } } }));
    expect(await store.addHits("gone?a=1", { generation: "a" }, once)).toMatchObject({ outcome: "refused" });
  });

  it("fails with what DynamoDB said when the table is missing", async () => {
    const store = createDynamoDbStore(client, "no-such-table");
    await expect(store.read("k", { consistent: false })).rejects.toMatchObject({
      name: "StoreError",
      reason: "failed",
      message: "Cache store: read failed (ResourceNotFoundException)",
    });
  });
});

describe("the DynamoDB store, when DynamoDB", () => {
  let server: Server;
  let client: DynamoDBClient;

  async function answering(respond: (response: ServerResponse) => void) {
    server = createServer((request, response) => {
      request.resume();
      respond(response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    client = clientFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return createDynamoDbStore(client, TABLE);
  }

  afterEach(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });

  it("throttles, says that nothing was done", async () => {
    const store = await answering((response) => {
      response.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify({ __type: "com.amazonaws#ProvisionedThroughputExceededException" }));
    });
    const counting = store.addHits("k", { generation: "a" }, { count: 1, by: "me", sequence: 1 });
    await expect(counting).rejects.toMatchObject({ name: "StoreError", reason: "busy" });
  });

  it("hangs, gives up when it is told to", async () => {
    const store = await answering(() => undefined);
    const reading = store.read("k", { consistent: false }, AbortSignal.timeout(50));
    await expect(reading).rejects.toMatchObject({ name: "StoreError", reason: "failed" });
  });

  it("hangs up, asks once only: the hit may have been counted", async () => {
    let requests = 0;
    const store = await answering((response) => {
      requests += 1;
      response.destroy();
    });
    await expect(
      store.addHits("k", { generation: "a" }, { count: 1, by: "me", sequence: 1 }),
    ).rejects.toMatchObject({ reason: "failed" });
    expect(requests).toBe(1);
  });
});
