import type { AttributeValue } from "@aws-sdk/client-dynamodb";

import type { AdditionId } from "./store";

type Item = Record<string, AttributeValue>;

/**
 * Every process that counts leaves its newest addition in the counter's item: a number that only grows, and
 * the count after it. So an addition whose answer got lost can be sent again without being made twice, and
 * still learns its number. The numbers are milliseconds of the process's clock, so old ones can be told; the
 * newest that was removed stays as `forgotten`.
 */
export const slotsOf = (by: string) => ({ sequence: `s_${by}`, hits: `n_${by}` });

/** For so long (ms) an addition can be sent again, whatever happens; clocks may be some seconds apart. */
export const KEPT_MS = 30_000;
/** The item is to stay below 1 KB, which a write unit covers; a slot takes 30 bytes, all else 200 to 400. */
const MAX_KEPT = 16;
/** As many as are worth an update, and as one update removes. */
const MIN_REMOVED = 4;
const MAX_REMOVED = 25;

/** What a process leaves in place of an addition that it declares void: above it, and below the next. */
export const voided = (sequence: number): number => sequence + 0.5;

/** The count after an addition that has been made, according to the item; undefined when it has not. */
export function madeAddition(item: Item, by: string, sequence: number): { hits: number } | undefined {
  const slots = slotsOf(by);
  return Number(item[slots.sequence]?.N) === sequence ? { hits: Number(item[slots.hits]?.N) } : undefined;
}

/** The additions in an item. */
export function tracesIn(item: Item): AdditionId[] {
  return Object.entries(item).flatMap(([name, value]) =>
    name.startsWith("s_") && value.N !== undefined ? [{ by: name.slice(2), sequence: Number(value.N) }] : [],
  );
}

/**
 * Additions that hardly anybody will ask for any more, once there are so many that they cost. The newest first, since
 * the newest that was forgotten has to be remembered.
 */
export function outdated(traces: readonly AdditionId[], now: number): AdditionId[] {
  if (traces.length <= MAX_KEPT) return [];
  const old = traces.filter(({ sequence }) => sequence < now - KEPT_MS);
  if (old.length < MIN_REMOVED) return [];
  return old.sort((one, other) => other.sequence - one.sequence).slice(0, MAX_REMOVED);
}
