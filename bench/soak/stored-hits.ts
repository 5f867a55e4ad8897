import { ScanCommand, type DynamoDBClient, type ScanCommandOutput } from "@aws-sdk/client-dynamodb";

/** The hits that the table has of each key: of the window that is on and of all before it. */
export async function storedHits(client: DynamoDBClient, tableName: string): Promise<Map<string, number>> {
  const hits = new Map<string, number>();
  let next: ScanCommandOutput["LastEvaluatedKey"];
  // The SDK's own paginator takes no client of another copy of the SDK.
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        ProjectionExpression: "pk, hits, totalHits",
        ExclusiveStartKey: next,
      }),
    );
    for (const { pk, hits: current, totalHits } of page.Items ?? [])
      hits.set(pk?.S ?? "", Number(current?.N ?? 0) + Number(totalHits?.N ?? 0));
    next = page.LastEvaluatedKey;
  } while (next);
  return hits;
}
