import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type AttributeValue,
  type DynamoDBClient,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";

import { madeAddition, outdated, slotsOf, tracesIn, voided } from "./additions";
import {
  LONGEST_LEAD_MS,
  LONGEST_PAUSE_MS,
  StoreError,
  type CacheStore,
  type Generation,
  type HitTarget,
  type KeyState,
  type StoredEntry,
} from "./store";

/**
 * Two items per key. The counter under the key itself: an UpdateItem is charged for the whole item, so
 * a hit on this small one costs one write unit. The body beside it, written only when it was fetched.
 */
export const bodyKey = (key: string) => `${key}#body`;
const COOL_DOWN_KEY = "origin#cool-down";

/** A counter outlives its entry, so that an operator can look up what was asked for in the last days. */
const COUNTER_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
const BUSY = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "ThrottledException",
]);

/** Whatever another version or another hand left there counts as nothing. */
const unless = (name: string, type: "N" | "S", comparison: string) =>
  `(NOT attribute_type(${name}, :${type}) OR ${comparison})`;

/** The total when a window has ended: with its hits, or with what of both is a number. */
const TOTALS = [
  "if_not_exists(totalHits, :zero) + if_not_exists(hits, :zero)",
  "if_not_exists(totalHits, :zero) + :zero",
  "if_not_exists(hits, :zero) + :zero",
];

type Item = Record<string, AttributeValue>;

const number = (value: number): AttributeValue => ({ N: String(value) });
const text = (value: string): AttributeValue => ({ S: value });
const seconds = (milliseconds: number) => number(Math.ceil(milliseconds / 1000));

const numberIn = (item: Item | undefined, name: string): number => Number(item?.[name]?.N ?? NaN);
const countIn = (item: Item, name: string): number | null => {
  const count = numberIn(item, name);
  return Number.isFinite(count) ? count : null;
};
const orZero = (value: number): number => (Number.isFinite(value) ? value : 0);

const generationAttributes = ({ generation, fetchedAt, freshUntil, staleUntil }: Generation): Item => ({
  generation: text(generation),
  fetchedAt: number(fetchedAt),
  freshUntil: number(freshUntil),
  staleUntil: number(staleUntil),
});

/** A store in one DynamoDB table whose partition key is `pk` and that has no sort key. */
export function createDynamoDbStore(client: DynamoDBClient, tableName: string): CacheStore {
  /** Runs one request; a failed condition answers what stands there, everything else that fails a StoreError. */
  async function run<T>(
    operation: string,
    request: () => Promise<T>,
  ): Promise<T | { refused: Item | undefined }> {
    try {
      return await request();
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) return { refused: cause.Item };
      const busy = cause instanceof Error && BUSY.has(cause.name);
      throw new StoreError(operation, busy ? "busy" : "failed", { cause });
    }
  }

  async function get(pk: string, consistent: boolean, signal?: AbortSignal): Promise<Item | undefined> {
    const answer = await run("read", () =>
      client.send(
        new GetItemCommand({ TableName: tableName, Key: { pk: text(pk) }, ConsistentRead: consistent }),
        abortedBy(signal),
      ),
    );
    return "refused" in answer ? undefined : answer.Item;
  }

  /** Updates an item on a condition: what it returned, or what stands there instead. */
  async function update(
    operation: string,
    pk: string,
    input: Omit<UpdateItemCommandInput, "TableName" | "Key">,
    signal?: AbortSignal,
  ): Promise<{ done: Item } | { refused: Item }> {
    const answer = await run(operation, () =>
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: text(pk) },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          ...input,
        }),
        abortedBy(signal),
      ),
    );
    if (!("refused" in answer)) return { done: answer.Attributes ?? {} };
    // dynalite does not say what stands there.
    return { refused: answer.refused ?? (await get(pk, true, signal)) ?? {} };
  }

  return {
    async addHits(key, target, { count, by, sequence }, signal) {
      const slots = slotsOf(by);
      const { field, condition, values, ttl } = counting(target, sequence);
      const sum = `if_not_exists(${field}, :zero) + :count`;
      try {
        const answer = await update(
          "add hits",
          key,
          {
            UpdateExpression: `SET ${slots.hits} = ${sum}, ${field} = ${sum}, ${slots.sequence} = :sequence${ttl ? ", #ttl = if_not_exists(#ttl, :ttl)" : ""}`,
            ConditionExpression: `(${slots.sequence} < :sequence OR ${neverMade(slots.sequence)})${condition}`,
            ExpressionAttributeValues: {
              ":zero": number(0),
              ":count": number(count),
              ":sequence": number(sequence),
              ...values,
            },
            ...(ttl ? { ExpressionAttributeNames: { "#ttl": "ttl" } } : {}),
            ReturnValues: "ALL_NEW",
          },
          signal,
        );
        if ("refused" in answer) {
          const state = stateOf(answer.refused);
          const made = madeAddition(answer.refused, by, sequence);
          if (!made && isForgotten(answer.refused, by, sequence))
            throw new StoreError("add hits", "forgotten");
          if (!made) return { outcome: "refused", state };
          // Of a fresh generation nobody knows whether it still is the one that was counted.
          const hits = target !== "ended" && "generation" in target ? made.hits : null;
          return { outcome: "counted", generation: state.generation, hits, repeated: true, outdated: [] };
        }
        return {
          outcome: "counted",
          generation: stateOf(answer.done).generation,
          hits: numberIn(answer.done, field),
          repeated: false,
          outdated: outdated(tracesIn(answer.done), sequence),
        };
      } catch (error) {
        if (!isValidationError(error)) throw error;
        // A counter that is no number can't be added to: it is no counter, and the next entry replaces it.
        return {
          outcome: "refused",
          state: { ...stateOf((await get(key, true, signal)) ?? {}), freshUntil: 0 },
        };
      }
    },

    async voidAddition(key, { by, sequence }, signal) {
      const slot = slotsOf(by).sequence;
      const answer = await update(
        "void addition",
        key,
        {
          UpdateExpression: `SET ${slot} = :voided, #ttl = if_not_exists(#ttl, :ttl)`,
          ConditionExpression: `${slot} < :sequence OR ${neverMade(slot)}`,
          ExpressionAttributeNames: { "#ttl": "ttl" },
          ExpressionAttributeValues: {
            ":sequence": number(sequence),
            ":voided": number(voided(sequence)),
            ":ttl": seconds(sequence + COUNTER_KEPT_MS),
          },
        },
        signal,
      );
      if ("done" in answer) return "never made";
      if (madeAddition(answer.refused, by, sequence)) return "made";
      return numberIn(answer.refused, slot) === voided(sequence) ? "never made" : "forgotten";
    },

    async forgetAdditions(key, old, signal) {
      const slots = old.map(({ by }) => slotsOf(by));
      await update(
        "forget additions",
        key,
        {
          UpdateExpression: `SET forgotten = :newest REMOVE ${slots.flatMap(Object.values).join(", ")}`,
          ConditionExpression: [
            "(attribute_not_exists(forgotten) OR forgotten <= :newest)",
            ...slots.map(({ sequence }, index) => `${sequence} = :${index}`),
          ].join(" AND "),
          ExpressionAttributeValues: {
            ":newest": number(Math.max(...old.map(({ sequence }) => sequence))),
            ...Object.fromEntries(old.map(({ sequence }, index) => [`:${index}`, number(sequence)])),
          },
        },
        signal,
      );
    },

    async read(key, { consistent }, signal) {
      const item = await get(bodyKey(key), consistent, signal);
      return item ? toEntry(item) : null;
    },

    async acquire(key, { holder, fence, now, dead, fetched, replacing }, signal) {
      const answer = await update(
        "acquire",
        key,
        {
          UpdateExpression: "SET lease = :holder, fence = :fence, #ttl = if_not_exists(#ttl, :ttl)",
          ConditionExpression: [
            `(${unless("freshUntil", "N", "freshUntil <= :now")} OR NOT attribute_type(generation, :S) OR NOT attribute_type(hits, :N)${replacing === undefined ? "" : " OR generation = :replacing"})`,
            unless("fence", "N", "fence < :fence OR fence > :unbelievable"),
            unless("lease", "S", "lease = :holder OR NOT attribute_type(fence, :N) OR fence = :dead"),
            unless("retryAt", "N", "retryAt <= :mayAskAt OR retryAt > :beyond"),
          ].join(" AND "),
          ExpressionAttributeNames: { "#ttl": "ttl" },
          ExpressionAttributeValues: {
            ":N": text("N"),
            ":S": text("S"),
            ":holder": text(holder),
            ":fence": number(fence),
            ":unbelievable": number(fence + LONGEST_LEAD_MS),
            ":now": number(now),
            ":dead": number(dead ?? -1),
            ":mayAskAt": number(fetched ? now + 2 * LONGEST_PAUSE_MS : now),
            ":beyond": number(now + 2 * LONGEST_PAUSE_MS),
            ...(replacing === undefined ? {} : { ":replacing": text(replacing) }),
            ":ttl": seconds(now + COUNTER_KEPT_MS),
          },
        },
        signal,
      );
      if ("done" in answer) return { outcome: "acquired" };
      const state = stateOf(answer.refused);
      const mine = state.holder === holder && state.fence === fence;
      return mine ? { outcome: "acquired" } : { outcome: "refused", state };
    },

    async writeBody(key, entry, signal) {
      const answer = await run("write body", () =>
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: {
              pk: text(bodyKey(key)),
              body: { B: entry.body },
              fence: number(entry.fence),
              ttl: seconds(entry.staleUntil),
              ...generationAttributes(entry),
            },
            ConditionExpression: unless("fence", "N", "fence <= :fence OR fence > :unbelievable"),
            ExpressionAttributeValues: {
              ":fence": number(entry.fence),
              ":unbelievable": number(entry.fence + LONGEST_LEAD_MS),
              ":N": text("N"),
            },
          }),
          abortedBy(signal),
        ),
      );
      return !("refused" in answer);
    },

    async publish(key, entry, { holder, fence }, signal) {
      const attributes = generationAttributes(entry);
      const publishWith = (total: string) =>
        update(
          "publish",
          key,
          {
            UpdateExpression: `SET totalHits = ${total}, lastHits = if_not_exists(hits, :none), hits = :zero, #ttl = :ttl, ${Object.keys(
              attributes,
            )
              .map((name) => `${name} = :${name}`)
              .join(", ")} REMOVE lease, retryAt, failures, failure`,
            ConditionExpression: "lease = :holder AND fence = :fence",
            ExpressionAttributeNames: { "#ttl": "ttl" },
            ExpressionAttributeValues: {
              ":zero": number(0),
              ":none": { NULL: true },
              ":holder": text(holder),
              ":fence": number(fence),
              ":ttl": seconds(entry.staleUntil + COUNTER_KEPT_MS),
              ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`:${name}`, value])),
            },
            ReturnValues: "ALL_OLD",
          },
          signal,
        );
      const keepWhatCounts = async () => {
        for (const total of TOTALS) {
          try {
            return { answer: await publishWith(total), damaged: total !== TOTALS[0] };
          } catch (error) {
            if (!isValidationError(error)) throw error;
          }
        }
        return { answer: await publishWith(":zero"), damaged: true };
      };
      const { answer, damaged } = await keepWhatCounts();
      if ("done" in answer) return { ended: countIn(answer.done, "hits"), damaged };
      const done = stateOf(answer.refused).generation === entry.generation;
      return done ? { ended: countIn(answer.refused, "lastHits"), damaged } : null;
    },

    async release(key, { holder, fence }, failure, signal) {
      await update(
        "release",
        key,
        {
          UpdateExpression: failure
            ? "SET retryAt = :retryAt, failures = :failures, failure = :reason REMOVE lease"
            : "REMOVE lease",
          ConditionExpression: "lease = :holder AND fence = :fence",
          ExpressionAttributeValues: {
            ":holder": text(holder),
            ":fence": number(fence),
            ...(failure
              ? {
                  ":retryAt": number(failure.retryAt),
                  ":failures": number(failure.failures),
                  ":reason": text(failure.reason),
                }
              : {}),
          },
        },
        signal,
      );
    },

    async readCoolDown(signal) {
      const item = await get(COOL_DOWN_KEY, true, signal);
      const until = numberIn(item, "until");
      return Number.isFinite(until) ? { until, reason: item?.["reason"]?.S ?? "" } : null;
    },

    async coolDown({ until, reason }, signal) {
      await update(
        "cool down",
        COOL_DOWN_KEY,
        {
          UpdateExpression: "SET #until = :until, reason = :reason, #ttl = :ttl",
          ConditionExpression: unless("#until", "N", "#until < :until OR #until > :unbelievable"),
          ExpressionAttributeNames: { "#ttl": "ttl", "#until": "until" },
          ExpressionAttributeValues: {
            ":N": text("N"),
            ":until": number(until),
            ":unbelievable": number(until + LONGEST_LEAD_MS),
            ":reason": text(reason),
            ":ttl": seconds(until + COUNTER_KEPT_MS),
          },
        },
        signal,
      );
    },
  };
}

/** No trace of an addition, and none of its time has been forgotten. */
const neverMade = (slot: string) =>
  `attribute_not_exists(${slot}) AND (attribute_not_exists(forgotten) OR forgotten < :sequence)`;

/** Whether an addition may have been made so long ago that its trace is gone. */
const isForgotten = (item: Item, by: string, sequence: number): boolean =>
  item[slotsOf(by).sequence] === undefined && numberIn(item, "forgotten") >= sequence;

/** How a target is told from others in an update. */
function counting(
  target: HitTarget,
  now: number,
): { field: string; condition: string; values: Item; ttl: boolean } {
  if (target === "ended") {
    return {
      field: "totalHits",
      condition: "",
      values: { ":ttl": seconds(now + COUNTER_KEPT_MS) },
      ttl: true,
    };
  }
  const field = "hits";
  if ("generation" in target) {
    const values = { ":generation": text(target.generation) };
    return { field, condition: " AND generation = :generation", values, ttl: false };
  }
  const values: Item = { ":now": number(target.freshAt) };
  if (target.except === undefined) return { field, condition: " AND freshUntil > :now", values, ttl: false };
  values[":except"] = text(target.except);
  return { field, condition: " AND freshUntil > :now AND generation <> :except", values, ttl: false };
}

const abortedBy = (signal: AbortSignal | undefined) => (signal ? { abortSignal: signal } : {});

const isValidationError = (error: unknown): boolean =>
  error instanceof StoreError && error.cause instanceof Error && error.cause.name === "ValidationException";

/** The counter's item as a state; what another version or another hand wrote there counts as nothing. */
function stateOf(item: Item): KeyState {
  const retryAt = numberIn(item, "retryAt");
  return {
    generation: item["generation"]?.S ?? null,
    freshUntil: orZero(numberIn(item, "freshUntil")),
    clearedAt: orZero(numberIn(item, "clearedAt")),
    fence: orZero(numberIn(item, "fence")),
    holder: item["lease"]?.S ?? null,
    failure: Number.isFinite(retryAt)
      ? { retryAt, failures: orZero(numberIn(item, "failures")), reason: item["failure"]?.S ?? "" }
      : null,
  };
}

/**
 * The body's item as an entry. What another version or another hand wrote there counts as nothing, which makes an entry
 * that can't be read; but its fence has to be known, to write over it.
 */
function toEntry(item: Item): StoredEntry {
  const time = (name: string) => orZero(numberIn(item, name));
  return {
    generation: item["generation"]?.S ?? "",
    fetchedAt: time("fetchedAt"),
    freshUntil: time("freshUntil"),
    staleUntil: time("staleUntil"),
    fence: time("fence"),
    body: item["body"]?.B ?? new Uint8Array(),
  };
}
