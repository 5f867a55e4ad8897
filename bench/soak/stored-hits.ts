import { paginateScan, type DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** The hits that the table has of each key: of the window that is on and of all before it. */
export async function storedHits(client: DynamoDBClient, tableName: string): Promise<Map<string, number>> {
  const hits = new Map<string, number>();
  const pages = paginateScan(
    { client },
    { TableName: tableName, ConsistentRead: true, ProjectionExpression: "pk, hits, totalHits" },
  );
  for await (const { Items = [] } of pages) {
    for (const { pk, hits: current, totalHits } of Items)
      hits.set(pk?.S ?? "", Number(current?.N ?? 0) + Number(totalHits?.N ?? 0));
  }
  return hits;
}
