import {
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";

import { createTable } from "./tables";

const TABLE = "bench-warm-up";
const REQUESTS = 1000;
const AT_ONCE = 25;

/** Has the store's own code compiled, so that whoever is measured first does not pay for it. */
export async function warmUp(client: DynamoDBClient): Promise<void> {
  await createTable(client, TABLE, "pk");
  const key = (request: number) => ({ pk: { S: String(request % 100) } });
  for (let request = 0; request < REQUESTS; request += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        const Key = key(request + index);
        const Item = { ...Key, text: { S: "x".repeat(8000) } };
        await client.send(new PutItemCommand({ TableName: TABLE, Item }));
        await client.send(new GetItemCommand({ TableName: TABLE, Key }));
        await client.send(
          new UpdateItemCommand({
            TableName: TABLE,
            Key,
            UpdateExpression: "ADD hits :one",
            ExpressionAttributeValues: { ":one": { N: "1" } },
          }),
        );
      }),
    );
  }
}
