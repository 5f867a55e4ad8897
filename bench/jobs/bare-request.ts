import { GetItemCommand, UpdateItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** The one DynamoDB request that a hit can't do without: it counts, or it reads what the peer reads. */
export interface Floor {
  readonly request: "UpdateItem" | "GetItem";
  readonly partitionKey: string;
  readonly itemKey: string;
}

/** Sends the floor of a hit, with nothing around it. */
export function bareRequest(client: DynamoDBClient, tableName: string, floor: Floor): () => Promise<unknown> {
  const Key = { [floor.partitionKey]: { S: floor.itemKey } };
  if (floor.request === "GetItem") {
    return () => client.send(new GetItemCommand({ TableName: tableName, Key }));
  }
  return () =>
    client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key,
        UpdateExpression: "ADD hits :one",
        ExpressionAttributeValues: { ":one": { N: "1" } },
        ReturnValues: "UPDATED_NEW",
      }),
    );
}
