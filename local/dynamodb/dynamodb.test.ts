import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  DescribeTableCommand,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import { createCacheTable } from "./create-cache-table";
import { createLocalClient } from "./local-client";
import { startDynamoDb, type LocalDynamoDb } from "./start-dynamodb";
import { warmUp } from "./warm-up";

let dynamoDb: LocalDynamoDb;
let client: DynamoDBClient;
beforeEach(async () => {
  dynamoDb = await startDynamoDb();
  client = createLocalClient(dynamoDb.endpoint);
});
afterEach(async () => {
  client.destroy();
  await dynamoDb.close();
});

const table = () => createCacheTable({ endpoint: dynamoDb.endpoint, tableName: "films" });

test("creates the cache's table, ready for use, and says that nothing expires by itself here", async () => {
  expect(await table()).toEqual({ created: true, expires: false });
  const { Table } = await client.send(new DescribeTableCommand({ TableName: "films" }));
  expect(Table).toMatchObject({
    TableStatus: "ACTIVE",
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
  });
});

test("a table that exists stays as it is", async () => {
  await table();
  await client.send(new PutItemCommand({ TableName: "films", Item: { pk: { S: "a" } } }));
  expect(await table()).toEqual({ created: false, expires: false });
  const { Item } = await client.send(new GetItemCommand({ TableName: "films", Key: { pk: { S: "a" } } }));
  expect(Item).toEqual({ pk: { S: "a" } });
});

test("a name that DynamoDB refuses is an error", async () => {
  await expect(createCacheTable({ endpoint: dynamoDb.endpoint, tableName: "?" })).rejects.toThrow();
});

test("warming up counts a hit and leaves no table behind", async () => {
  const sent = jest.spyOn(DynamoDBClient.prototype, "send");
  await warmUp(dynamoDb.endpoint);
  const kinds = new Set(sent.mock.calls.map(([command]) => command.constructor.name));
  sent.mockRestore();
  expect([...kinds]).toEqual(
    expect.arrayContaining(["UpdateItemCommand", "GetItemCommand", "PutItemCommand"]),
  );
  expect((await client.send(new ListTablesCommand())).TableNames).toEqual([]);
});
