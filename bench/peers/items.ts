import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";

/** A text in the table, with the time (ms since the epoch) until which it counts. */
export interface StoredText {
  readonly text: string;
  readonly until: number;
}

/** One item per key, for peers that leave the table to whoever uses them. */
export interface Items {
  get(key: string): Promise<StoredText | undefined>;
  set(key: string, stored: StoredText): Promise<void>;
  delete(key: string): Promise<void>;
  close(): void;
}

export function openItems(tableName: string): Items {
  const client = new DynamoDBClient();
  const keyed = (key: string) => ({ TableName: tableName, Key: { pk: { S: key } } });
  return {
    async get(key) {
      const { Item } = await client.send(new GetItemCommand(keyed(key)));
      return Item && { text: Item.text?.S ?? "", until: Number(Item.until?.N) };
    },
    async set(key, { text, until }) {
      const ttl = String(Math.ceil(until / 1000));
      const item = { pk: { S: key }, text: { S: text }, until: { N: String(until) }, ttl: { N: ttl } };
      await client.send(new PutItemCommand({ TableName: tableName, Item: item }));
    },
    async delete(key) {
      await client.send(new DeleteItemCommand(keyed(key)));
    },
    close: () => client.destroy(),
  };
}
