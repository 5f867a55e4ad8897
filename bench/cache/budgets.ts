import { UPSTREAM_MS } from "../setting/upstream";
import type { MemorySample } from "../jobs/many-keys";
import type { CacheResult } from "./measure";

export interface Budget {
  readonly what: string;
  readonly allowed: string;
  readonly measured: string;
  readonly met: boolean;
}

const MB = 2 ** 20;
const OVERSHOOT_MS = 100;
const HELD_HIT_US = 50;
/** What a garbage collector may leave behind is no leak. */
const FLAT_WITHIN = 1.1;

/** How far memory grows once the cache's own share of it is full, which it is after a fifth of the keys. */
function growth(samples: readonly MemorySample[]): number {
  const filled = samples.slice(1);
  const first = filled[0]?.rss ?? NaN;
  return Math.max(...filled.map(({ rss }) => rss)) / first;
}

const rounded = (value: number, decimals = 2) => value.toFixed(decimals);

function budget(what: string, limit: number, value: number, unit = "", decimals = 2): Budget {
  return {
    what,
    allowed: `≤ ${limit}${unit}`,
    measured: `${rounded(value, decimals)}${unit}`,
    met: value <= limit,
  };
}

/** What was promised of our own cache, with what was measured. */
export function budgetsOf({ peers, processes, ourselves }: CacheResult): Budget[] {
  const { cold, atExpiry, speed } = peers.ours;
  const { memory, heldHit } = ourselves;
  const worst = Math.max(cold.calls.max, atExpiry.calls.max);
  const counted = [cold, atExpiry].flatMap(({ countedExactly }) => countedExactly ?? []);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const exact = sum(counted.map(({ rounds }) => rounds));
  const all = cold.rounds.length + atExpiry.rounds.length;
  const ofOwn = (percentile: "p50" | "p99") => speed.hit[percentile] / (speed.store?.[percentile] ?? NaN);
  const last = memory.at(-1)?.rss ?? NaN;
  const grown = growth(memory);
  return [
    {
      what: "TMDB calls per round, worst of all rounds, cold and at expiry",
      allowed: "1",
      measured: String(worst),
      met: worst === 1,
    },
    {
      what: "rounds whose hits were counted 1, 2, 3 … without a gap",
      allowed: `${all} of ${all}`,
      measured: `${exact} of ${all}`,
      met: exact === all,
    },
    budget(
      "DynamoDB requests of a cold stampede, worst round (3 + 6 P)",
      3 + 6 * processes,
      cold.requests.max,
      "",
      0,
    ),
    budget("hit, p50, against its own UpdateItem without the cache", 1.05, ofOwn("p50"), " ×"),
    budget("hit, p99, against its own UpdateItem without the cache", 1.15, ofOwn("p99"), " ×"),
    budget("hit, p50, against a plain ADD without conditions", 1.05, speed.p50Ratio, " ×"),
    budget("hit, p99, against a plain ADD without conditions", 1.15, speed.p99Ratio, " ×"),
    budget("hit held in memory without its counter's write, p99", HELD_HIT_US, heldHit.p99, " µs", 1),
    budget(
      `waiter, p99, cold (upstream ${UPSTREAM_MS} ms + ${OVERSHOOT_MS} ms)`,
      UPSTREAM_MS + OVERSHOOT_MS,
      cold.waiters?.p99 ?? NaN,
      " ms",
      0,
    ),
    {
      what: `memory over ${memory.at(-1)?.keys.toLocaleString("en")} keys, against the first fifth of them`,
      allowed: `flat (≤ ${FLAT_WITHIN} ×)`,
      measured: `${rounded(grown)} × (${rounded(last / MB, 0)} MB at the end)`,
      met: grown <= FLAT_WITHIN,
    },
  ];
}
