import {
  CreateTableCommand,
  PutItemCommand,
  ScanCommand,
  type AttributeValue,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";

type Item = Record<string, AttributeValue>;

/** Creates a table with the partition key that a peer asks for. */
export async function createTable(
  client: DynamoDBClient,
  tableName: string,
  partitionKey: string,
): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: partitionKey, AttributeType: "S" }],
      KeySchema: [{ AttributeName: partitionKey, KeyType: "HASH" }],
    }),
  );
}

const sizeOf = ({ S, B }: AttributeValue): number => S?.length ?? B?.byteLength ?? 0;

function largestAttribute(item: Item): [string, AttributeValue] {
  const [largest] = Object.entries(item).sort(([, one], [, other]) => sizeOf(other) - sizeOf(one));
  if (!largest) throw new Error("An item without attributes");
  return largest;
}

/**
 * Finds the item in which a peer keeps the value of a key, whatever it calls it: the largest whose key has the
 * cache's key in it.
 * @throws when there is none
 */
export async function findEntry(
  client: DynamoDBClient,
  tableName: string,
  partitionKey: string,
  key: string,
): Promise<Item> {
  const found: Item[] = [];
  let from: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: tableName, ExclusiveStartKey: from }),
    );
    found.push(...Items.filter((item) => item[partitionKey]?.S?.includes(key)));
    from = LastEvaluatedKey;
  } while (from);
  const [entry] = found.sort(
    (one, other) => sizeOf(largestAttribute(other)[1]) - sizeOf(largestAttribute(one)[1]),
  );
  if (!entry) throw new Error(`Nothing is stored for ${key}`);
  return entry;
}

/** Cuts the stored value in half, as a write that broke off would leave it. */
export async function truncateEntry(client: DynamoDBClient, tableName: string, entry: Item): Promise<void> {
  const [name, { S, B }] = largestAttribute(entry);
  const half: AttributeValue =
    S === undefined
      ? { B: (B ?? new Uint8Array()).subarray(0, sizeOf({ B: B! }) / 2) }
      : { S: S.slice(0, S.length / 2) };
  await client.send(new PutItemCommand({ TableName: tableName, Item: { ...entry, [name]: half } }));
}
