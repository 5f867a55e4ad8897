import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  paginateScan,
  UpdateItemCommand,
  type AttributeValue,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";

import { bodyKey } from "./dynamodb-store";

type Item = Record<string, AttributeValue>;

/** Takes entries out of the table of a cache that goes on answering. */
export interface CacheClearing {
  /** Every key of which the table holds an entry, once; what is cleared already is not among them. */
  keys(): AsyncIterable<string>;
  /**
   * Has the next answer of a key fetched anew, by whichever process gives it; an entry that was fetched meanwhile
   * stays. No count is lost: the next fetch adds it to the total of the windows that have ended. May be repeated.
   */
  clear(key: string): Promise<void>;
}

/** Clears the table of {@link createDynamoDbStore}. Rejects with the SDK's errors. */
export function createDynamoDbClearing(client: DynamoDBClient, tableName: string): CacheClearing {
  /** Removes a body of which nothing is counted: its counter was deleted, or who fetched it died before it was published. */
  async function clearUncounted(
    body: Item | undefined,
    counter: Item | undefined,
    at: { readonly TableName: string; readonly Key: Item },
  ): Promise<void> {
    const generation = body?.["generation"];
    const isFetching = counter?.["lease"] !== undefined && counter["fence"]?.N === body?.["fence"]?.N;
    // It was published meanwhile, or is about to be.
    if (!generation || counter?.["generation"] || isFetching) return;
    await unlessReplaced(
      client.send(
        new DeleteItemCommand({
          ...at,
          ConditionExpression: "generation = :generation",
          ExpressionAttributeValues: { ":generation": generation },
        }),
      ),
    );
  }

  return {
    async *keys() {
      const suffix = bodyKey("");
      const seen = new Set<string>();
      const scan = {
        TableName: tableName,
        ProjectionExpression: "pk",
        // So that a clearing that was broken off goes on where it was, however large the table.
        FilterExpression: "attribute_exists(generation)",
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateScan({ client }, scan)) {
        for (const { pk } of Items) {
          const name = pk?.S ?? "";
          const key = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
          if (seen.has(key)) continue;
          seen.add(key);
          yield key;
        }
      }
    },

    async clear(key) {
      const counter = { TableName: tableName, Key: { pk: { S: key } } };
      const body = { TableName: tableName, Key: { pk: { S: bodyKey(key) } } };
      const read = async (item: typeof counter) =>
        (await client.send(new GetItemCommand({ ...item, ConsistentRead: true }))).Item;
      const generation = (await read(counter))?.["generation"]?.S;
      if (generation === undefined) {
        await clearUncounted(await read(body), await read(counter), body);
        return;
      }
      const isThatOne = {
        ConditionExpression: "generation = :generation",
        ExpressionAttributeValues: { ":generation": { S: generation } },
      };
      // The body first: when only this is done, the entry is one that can't be read, which heals by itself.
      await unlessReplaced(client.send(new DeleteItemCommand({ ...body, ...isThatOne })));
      await unlessReplaced(
        client.send(
          new UpdateItemCommand({
            ...counter,
            ...isThatOne,
            // Processes may still hold what was fetched until now.
            UpdateExpression: "SET clearedAt = :now REMOVE generation, freshUntil",
            ExpressionAttributeValues: {
              ...isThatOne.ExpressionAttributeValues,
              ":now": { N: String(Date.now()) },
            },
          }),
        ),
      );
    },
  };
}

/** What is not there any more, or was replaced by a newer fetch, needs no clearing. */
async function unlessReplaced(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
