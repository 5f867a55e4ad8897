import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

import { createDynamoDbStore } from "../../lib/cache/dynamodb-store";
import { timed, type JobContext } from "../fleet/job-context";
import { bareRequest, type Floor } from "./bare-request";

export interface HitLatencyInput {
  readonly key: string;
  readonly floor: Floor;
  /** A key of our own cache that is fresh, to time the store's request too, without the cache around it. */
  readonly storeKey?: string | undefined;
  /** How often everything is timed, and for how many milliseconds at most. */
  readonly turns: number;
  readonly forMs: number;
}

/** Milliseconds of each, turn by turn. */
export type HitLatency = Record<"bare" | "hit" | "store", number[]>;

/** The first turns warm everything up and are not told. */
const WARM_UP_TURNS = 300;

/** What a hit on a value in memory sends: the count of its generation, without the cache around it. */
async function storeRequest(
  client: DynamoDBClient,
  tableName: string,
  key: string,
): Promise<() => Promise<unknown>> {
  const store = createDynamoDbStore(client, tableName);
  const entry = await store.read(key, { consistent: true });
  if (!entry) throw new Error("The table does not hold what is to be counted");
  const { generation } = entry;
  let sequence = Date.now();
  return async () => {
    const addition = { count: 1, by: "bench", sequence: (sequence += 1) };
    const { outcome } = await store.addHits(key, { generation }, addition);
    if (outcome !== "counted") throw new Error("The entry was replaced while it was timed");
  };
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

/**
 * Times a hit and the bare request in turn, so that both meet the same machine in the same mood. Which goes first is
 * left to chance.
 */
export async function hitLatency(
  { peer, tableName }: JobContext,
  { key, floor, storeKey, turns, forMs }: HitLatencyInput,
): Promise<HitLatency> {
  const client = new DynamoDBClient({ maxAttempts: 1 });
  const sides: { name: keyof HitLatency; send: () => Promise<unknown> }[] = [
    { name: "bare", send: bareRequest(client, tableName, floor) },
    { name: "hit", send: () => peer.get(key) },
  ];
  if (storeKey !== undefined) {
    sides.push({ name: "store", send: await storeRequest(client, tableName, storeKey) });
  }
  const times: HitLatency = { bare: [], hit: [], store: [] };
  const until = performance.now() + forMs;
  for (let turn = 0; turn < WARM_UP_TURNS + turns && performance.now() < until; turn++) {
    for (const { name, send } of shuffled(sides)) {
      const { ms } = await timed(send);
      if (turn >= WARM_UP_TURNS) times[name].push(ms);
    }
  }
  client.destroy();
  return times;
}
