import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type AttributeValue,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";

import { StoreError, type CacheStore, type Generation, type StoredEntry } from "./store";

/**
 * Two items per key. The counter under the key itself: an UpdateItem is charged for the whole item, so
 * a hit on this small one costs one write unit. The body beside it, written only when it was fetched.
 *
 * Both carry their generation, and the body is written first: a counter never points at a body that
 * can't be read yet.
 */
const bodyKey = (key: string) => `${key}#body`;

/** How long one request to DynamoDB may take. */
const DEADLINE_MS = 1500;

const COUNTER_NOT_FRESH = [
  "NOT attribute_type(hits, :N)",
  "NOT attribute_type(freshUntil, :N)",
  "freshUntil <= :now",
].join(" OR ");

/** Whatever another version or another hand left there may be written over, as may what is no longer fresh. */
const BODY_NOT_FRESH = `NOT (${[
  "attribute_type(freshUntil, :N)",
  "freshUntil > :now",
  "attribute_type(generation, :S)",
  "attribute_type(body, :B)",
].join(" AND ")})`;

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
const BUSY = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "ThrottledException",
]);

const number = (value: number): AttributeValue => ({ N: String(value) });
const text = (value: string): AttributeValue => ({ S: value });

/** What both items of a key share. DynamoDB's TTL is in whole seconds and only cleans up. */
function generationAttributes(entry: Generation): Record<string, AttributeValue> {
  return {
    generation: text(entry.generation),
    fetchedAt: number(entry.fetchedAt),
    freshUntil: number(entry.freshUntil),
    staleUntil: number(entry.staleUntil),
    ttl: number(Math.ceil(entry.staleUntil / 1000)),
  };
}

/** A store in one DynamoDB table whose partition key is `pk` and that has no sort key. */
export function createDynamoDbStore(client: DynamoDBClient, tableName: string): CacheStore {
  /** Runs one request; a failed condition is an answer, everything else that fails a StoreError. */
  async function run<T>(
    operation: string,
    request: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | "refused"> {
    try {
      return await request(AbortSignal.timeout(DEADLINE_MS));
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) return "refused";
      // A counter that is no number can't be added to: it is no counter, and the next write replaces it.
      if (operation === "add hits" && cause instanceof Error && cause.name === "ValidationException") {
        return "refused";
      }
      const busy = cause instanceof Error && BUSY.has(cause.name);
      throw new StoreError(operation, busy ? "busy" : "failed", { cause });
    }
  }

  async function openCounter(key: string, generation: Generation, condition: string, now: number) {
    const { ttl, ...attributes } = generationAttributes(generation);
    const names = Object.keys(attributes);
    return run("write counter", (abortSignal) =>
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: text(key) },
          UpdateExpression: `SET hits = :zero, #ttl = :ttl, ${names.map((name) => `${name} = :${name}`).join(", ")}`,
          ConditionExpression: condition,
          ExpressionAttributeNames: { "#ttl": "ttl" },
          ExpressionAttributeValues: {
            ":N": text("N"),
            ":zero": number(0),
            ":now": number(now),
            ":ttl": ttl as AttributeValue,
            ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`:${name}`, value])),
          },
        }),
        { abortSignal },
      ),
    );
  }

  return {
    async addHits(key, target, count) {
      const byGeneration = "generation" in target;
      const answer = await run("add hits", (abortSignal) =>
        client.send(
          new UpdateItemCommand({
            TableName: tableName,
            Key: { pk: text(key) },
            UpdateExpression: "ADD hits :count",
            ConditionExpression: byGeneration ? "generation = :target" : "freshUntil > :target",
            ExpressionAttributeValues: {
              ":count": number(count),
              ":target": byGeneration ? text(target.generation) : number(target.freshAt),
            },
            ReturnValues: "ALL_NEW",
          }),
          { abortSignal },
        ),
      );
      if (answer === "refused") return null;
      return {
        generation: answer.Attributes?.["generation"]?.S ?? "",
        hits: Number(answer.Attributes?.["hits"]?.N),
      };
    },

    async read(key, { consistent }) {
      const answer = await run("read", (abortSignal) =>
        client.send(
          new GetItemCommand({
            TableName: tableName,
            Key: { pk: text(bodyKey(key)) },
            ConsistentRead: consistent,
          }),
          { abortSignal },
        ),
      );
      return answer === "refused" || !answer.Item ? null : toEntry(answer.Item);
    },

    async write(key, entry, { now, replacing }) {
      const stored = await run("write body", (abortSignal) =>
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: { pk: text(bodyKey(key)), body: { B: entry.body }, ...generationAttributes(entry) },
            ConditionExpression: `${BODY_NOT_FRESH} OR generation IN (:generation, :replacing)`,
            ExpressionAttributeValues: {
              ":now": number(now),
              ":generation": text(entry.generation),
              ":replacing": text(replacing ?? entry.generation),
              ":N": text("N"),
              ":S": text("S"),
              ":B": text("B"),
            },
          }),
          { abortSignal },
        ),
      );
      if (stored === "refused") return false;
      // Another reader may have opened this very counter already and counted on it: leave it then.
      await openCounter(key, entry, `${COUNTER_NOT_FRESH} OR generation <> :generation`, now);
      return true;
    },

    async openCounter(key, generation, now) {
      await openCounter(key, generation, `${COUNTER_NOT_FRESH} OR fetchedAt < :fetchedAt`, now);
    },
  };
}

/** The item as an entry; null when another version or another hand wrote something else there. */
function toEntry(item: Record<string, AttributeValue>): StoredEntry | null {
  const entry = {
    generation: item["generation"]?.S ?? "",
    fetchedAt: Number(item["fetchedAt"]?.N),
    freshUntil: Number(item["freshUntil"]?.N),
    staleUntil: Number(item["staleUntil"]?.N),
    body: item["body"]?.B,
  };
  const { generation, fetchedAt, freshUntil, staleUntil, body } = entry;
  const whole = generation !== "" && [fetchedAt, freshUntil, staleUntil].every(Number.isFinite) && body;
  return whole ? { generation, fetchedAt, freshUntil, staleUntil, body } : null;
}
