import { UpdateItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Milliseconds: what is counted holds up an answer. */
const DEADLINE_MS = 150;

/** Counts something over all processes. */
export interface Tally {
  /**
   * Counts one more under a name.
   *
   * @param until when the count is over and may be forgotten, in milliseconds since the epoch
   * @returns how many there are now, this one included
   * @throws where the table can't be asked or does not answer in time; it may be counted all the same
   */
  count(name: string, until: number): Promise<number>;
}

/**
 * A tally in a DynamoDB table whose partition key is `pk`, and which forgets an item at its `ttl`.
 *
 * @param deadlineMs how long one count may take
 */
export function createTally(client: DynamoDBClient, tableName: string, deadlineMs = DEADLINE_MS): Tally {
  async function add(name: string, until: number) {
    try {
      return await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: { S: `tally#${name}` } },
          UpdateExpression: "ADD #count :one SET #ttl = :ttl",
          ExpressionAttributeNames: { "#count": "count", "#ttl": "ttl" },
          ExpressionAttributeValues: { ":one": { N: "1" }, ":ttl": { N: String(Math.ceil(until / 1000)) } },
          ReturnValues: "UPDATED_NEW",
        }),
        { abortSignal: AbortSignal.timeout(deadlineMs) },
      );
    } catch (cause) {
      // The SDK's own message may tell where the table is.
      const why = cause instanceof Error ? cause.name : typeof cause;
      throw new Error(`The table has not counted (${why})`, { cause });
    }
  }

  return {
    async count(name, until) {
      const { Attributes } = await add(name, until);
      return Number(Attributes?.["count"]?.N ?? NaN);
    },
  };
}
