import { createServer, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { DeleteItemCommand, DynamoDBClient, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";

import { createCacheTable } from "@/local/dynamodb/create-cache-table";
import { startDynamoDb, type LocalDynamoDb } from "@/local/dynamodb/start-dynamodb";

import { createDynamoDbStore } from "./dynamodb-store";
import type { StoredEntry } from "./store";
import { describeStoreContract } from "./store-contract";

const TABLE = "movies-cache-test";
const NOW = 1_700_000_000_000;
const ENTRY: StoredEntry = {
  generation: "a",
  fetchedAt: NOW,
  freshUntil: NOW + 120_000,
  staleUntil: NOW + 86_400_000,
  body: Buffer.from("body"),
};

const clientFor = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: "eu-west-3",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });

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

  it("keeps the counter in a small item of its own under the key, cleaned up after the copy is of no use", async () => {
    const store = createDynamoDbStore(client, TABLE);
    await store.write("items?a=1", ENTRY, { now: NOW });
    await store.addHits("items?a=1", { generation: "a" }, 2);
    const { Items = [] } = await client.send(
      new ScanCommand({
        TableName: TABLE,
        FilterExpression: "begins_with(pk, :key)",
        ExpressionAttributeValues: { ":key": { S: "items?" } },
      }),
    );
    const [counter, body] = Items.sort((a, b) => String(a["pk"]?.S).localeCompare(String(b["pk"]?.S)));
    expect(counter).toMatchObject({ pk: { S: "items?a=1" }, hits: { N: "2" }, ttl: { N: "1700086400" } });
    expect(counter).not.toHaveProperty("body");
    expect(body).toMatchObject({ pk: { S: "items?a=1#body" }, ttl: { N: "1700086400" } });
    expect(body).not.toHaveProperty("hits");
  });

  it.each([
    ["nothing but a key", {}],
    ["attributes of other types", { freshUntil: { S: "later" }, generation: { N: "1" }, body: { S: "x" } }],
    [
      "a body that is no bytes",
      { freshUntil: { N: String(NOW * 2) }, generation: { S: "z" }, body: { S: "x" } },
    ],
    [
      "a counter that is no number",
      { freshUntil: { N: String(NOW * 2) }, generation: { S: "z" }, hits: { S: "x" } },
    ],
  ])("reads %s as nothing and writes over it", async (name, attributes) => {
    const store = createDynamoDbStore(client, TABLE);
    const key = `broken?${name}`;
    for (const pk of [key, `${key}#body`]) {
      await client.send(new PutItemCommand({ TableName: TABLE, Item: { pk: { S: pk }, ...attributes } }));
    }
    expect(await store.read(key, { consistent: true })).toBeNull();
    expect(await store.write(key, ENTRY, { now: NOW })).toBe(true);
    expect(await store.addHits(key, { freshAt: NOW }, 1)).toEqual({ generation: "a", hits: 1 });
  });

  it("does not add to a counter that is no number, and opens one in its place", async () => {
    const store = createDynamoDbStore(client, TABLE);
    await store.write("odd?a=1", ENTRY, { now: NOW });
    const counter = { pk: { S: "odd?a=1" }, freshUntil: { N: String(NOW * 2) }, generation: { S: "a" } };
    await client.send(new PutItemCommand({ TableName: TABLE, Item: { ...counter, hits: { S: "many" } } }));
    expect(await store.addHits("odd?a=1", { freshAt: NOW }, 1)).toBeNull();
    await store.openCounter("odd?a=1", ENTRY, NOW);
    expect(await store.addHits("odd?a=1", { freshAt: NOW }, 1)).toEqual({ generation: "a", hits: 1 });
  });

  it("counts nothing once the counter is gone", async () => {
    const store = createDynamoDbStore(client, TABLE);
    await store.write("gone?a=1", ENTRY, { now: NOW });
    await client.send(new DeleteItemCommand({ TableName: TABLE, Key: { pk: { S: "gone?a=1" } } }));
    expect(await store.addHits("gone?a=1", { generation: "a" }, 1)).toBeNull();
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
    const counting = store.addHits("k", { generation: "a" }, 1);
    await expect(counting).rejects.toMatchObject({ name: "StoreError", reason: "busy" });
  });

  it("hangs, gives up after its deadline", async () => {
    const store = await answering(() => undefined);
    const started = Date.now();
    await expect(store.read("k", { consistent: false })).rejects.toMatchObject({ reason: "failed" });
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it("hangs up, asks once only: the hit may have been counted", async () => {
    let requests = 0;
    const store = await answering((response) => {
      requests += 1;
      response.destroy();
    });
    await expect(store.addHits("k", { generation: "a" }, 1)).rejects.toMatchObject({ reason: "failed" });
    expect(requests).toBe(1);
  });
});
