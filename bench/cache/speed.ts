import type { Floor } from "../jobs/bare-request";
import type { HitsPerSecond } from "../jobs/hits-per-second";
import { peerKind, type PeerName } from "../peers";
import { findEntry } from "../setting/tables";
import { percentile, summarize, type Summary } from "../statistics";
import { LONG_WINDOW_MS, tableOf, type Setting } from "./setting";

/** How fast hits of one process are. */
export interface Speed {
  /** Milliseconds of the one request that a hit can't do without. */
  readonly bare: Summary;
  /** Milliseconds of a hit, measured in turn with the bare request. */
  readonly hit: Summary;
  /** Milliseconds of our own store's request without the cache around it, in the same turns; null for peers. */
  readonly store: Summary | null;
  /** A hit's time divided by the bare request's. */
  readonly p50Ratio: number;
  readonly p99Ratio: number;
  /** Many clients, all on one key, and each on one of its own. */
  readonly oneKey: HitsPerSecond;
  readonly manyKeys: HitsPerSecond;
}

/** Ours has a budget to be held against, so it is measured more often. */
const TURNS = { ours: 2500, others: 1000 };
const LONGEST_MS = 25_000;
const CLIENTS = 50;
const THROUGHPUT_MS = 1500;

/** Measures the hits of one process that is alone with the store. */
export async function measureSpeed(setting: Setting, peer: PeerName): Promise<Speed> {
  const { floor: request, partitionKey } = peerKind(peer);
  const tableName = tableOf(peer);
  const worker = await setting.worker(peer, { windowMs: LONG_WINDOW_MS });
  const keys = Array.from({ length: CLIENTS }, (_, client) => `${peer}-speed-${client + 10}`);
  const key = keys[0]!;
  await worker.do("askInTurn", { keys: [...keys, key] });

  async function floorOf(one: string): Promise<Floor> {
    if (request === "UpdateItem") return { request, partitionKey, itemKey: `bare-${one}` };
    const entry = await findEntry(setting.client, tableName, partitionKey, one);
    return { request, partitionKey, itemKey: entry[partitionKey]?.S ?? "" };
  }
  const floors = await Promise.all(keys.map(floorOf));
  const floor = floors[0]!;
  const storeKey = peer === "ours" ? keys[1] : undefined;
  const { bare, hit, store } = await worker.do("hitLatency", {
    key,
    floor,
    storeKey,
    turns: peer === "ours" ? TURNS.ours : TURNS.others,
    forMs: LONGEST_MS,
  });
  const oneKey = await worker.do("hitsPerSecond", {
    keys: keys.map(() => key),
    floors: floors.map(() => floor),
    ms: THROUGHPUT_MS,
  });
  const manyKeys = await worker.do("hitsPerSecond", { keys, floors, ms: THROUGHPUT_MS });
  await worker.stop();
  return {
    bare: summarize(bare),
    hit: summarize(hit),
    store: store.length > 0 ? summarize(store) : null,
    p50Ratio: percentile(hit, 0.5) / percentile(bare, 0.5),
    p99Ratio: percentile(hit, 0.99) / percentile(bare, 0.99),
    oneKey,
    manyKeys,
  };
}
