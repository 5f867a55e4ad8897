import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { z } from "zod";

import { createDynamoDbClearing, type CacheClearing } from "@/lib/cache/clearing";
import { isSearchFor } from "@/lib/movies/cached-search";
import { readSettings } from "@/lib/settings";

/** What an operator asks for: all searches for one query, or everything. */
const eventSchema = z.object({ detail: z.object({ query: z.string().min(1).optional() }) });

/** Requests to the table at a time: a visitor's go first. */
const AT_ONCE = 8;

/** Clears what one message asks for, and returns how many keys that were. */
async function clear(clearing: CacheClearing, message: string): Promise<number> {
  const { query } = eventSchema.parse(JSON.parse(message)).detail;
  let cleared = 0;
  let batch: string[] = [];
  const flush = async () => {
    await Promise.all(batch.map((key) => clearing.clear(key)));
    cleared += batch.length;
    batch = [];
  };
  for await (const key of clearing.keys()) {
    if (query !== undefined && !isSearchFor(key, query)) continue;
    if (batch.push(key) === AT_ONCE) await flush();
  }
  await flush();
  return cleared;
}

/**
 * Makes the handler of the queue that clearings wait in.
 *
 * @returns the messages that failed: SQS delivers those again, and puts them aside when that does not help
 */
export function createHandler(clearing: CacheClearing) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of Records) {
      try {
        log({ level: "info", event: "cache-cleared", messageId, keys: await clear(clearing, body) });
      } catch (error) {
        const failure = error instanceof Error ? { error: error.name, message: error.message } : {};
        log({ level: "error", event: "cache-clearing-failed", messageId, ...failure });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}

function log(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
}

// Unlike the app's, these requests may be repeated by the SDK: they change nothing the second time.
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  createHandler(createDynamoDbClearing(new DynamoDBClient(), readSettings(process.env).cacheTableName))(
    event,
  );
