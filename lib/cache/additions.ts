import type { AttributeValue } from "@aws-sdk/client-dynamodb";

type Item = Record<string, AttributeValue>;

/**
 * Every process that counts leaves its newest addition in the counter's item: a number that only grows, and
 * the count after it. So an addition whose answer got lost can be sent again without being made twice, and
 * still learns its number. The numbers are milliseconds of the process's clock, so old ones can be told; the
 * newest that was removed stays as `forgotten`.
 */
export const slotsOf = (by: string) => ({ sequence: `s_${by}`, hits: `n_${by}` });

/** For so long an addition can be sent again, whatever happens. */
const KEPT_MS = 60_000;
/** The item is to stay below 1 KB, which a write unit covers; a slot takes 40 bytes. */
const MAX_KEPT = 16;
/** As many as one update removes. */
const MAX_REMOVED = 25;

/** What a process leaves in place of an addition that it declares void: above it, and below the next. */
export const voided = (sequence: number): number => sequence + 0.5;

/** The count after an addition that has been made, according to the item; undefined when it has not. */
export function madeAddition(item: Item, by: string, sequence: number): { hits: number } | undefined {
  const slots = slotsOf(by);
  return Number(item[slots.sequence]?.N) === sequence ? { hits: Number(item[slots.hits]?.N) } : undefined;
}

/** Additions that hardly anybody will ask for any more, once there are so many that they cost; by process. */
export function oldAdditions(item: Item, now: number): { by: string; sequence: string }[] {
  const all = Object.entries(item)
    .filter(([name]) => name.startsWith("s_"))
    .map(([name, value]) => ({ by: name.slice(2), sequence: value.N ?? "" }));
  if (all.length <= MAX_KEPT) return [];
  return all.filter(({ sequence }) => Number(sequence) < now - KEPT_MS).slice(0, MAX_REMOVED);
}
