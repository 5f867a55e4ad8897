import type { AttributeValue } from "@aws-sdk/client-dynamodb";

type Item = Record<string, AttributeValue>;

/**
 * Every process that counts leaves its newest addition in the counter's item: a number that only grows, and
 * the count after it. So an addition whose answer got lost can be sent again without being made twice, and
 * still learns its number. The numbers are milliseconds of the process's clock, so old ones can be told.
 */
export const slotsOf = (by: string) => ({ sequence: `s_${by}`, hits: `n_${by}` });

/** For so long an addition can be sent again, whatever happens. */
const KEPT_MS = 60_000;
/** The item is to stay below 1 KB, which a write unit covers; a slot takes 30 bytes. */
const MAX_KEPT = 16;
/** As many as one update removes. */
const MAX_REMOVED = 25;

/** What became of an addition that was not made now: made before (with the count after it), or nobody knows. */
export function fateOf(
  item: Item,
  by: string,
  sequence: number,
): { readonly made: { readonly hits: number } } | "forgotten" | "never" {
  const slots = slotsOf(by);
  const last = Number(item[slots.sequence]?.N ?? NaN);
  if (last >= sequence) return { made: { hits: Number(item[slots.hits]?.N) } };
  return Number.isNaN(last) && Number(item["forgotten"]?.N ?? NaN) >= sequence ? "forgotten" : "never";
}

/** Additions that hardly anybody will ask for any more, once there are so many that they cost; by process. */
export function oldAdditions(item: Item, now: number): { by: string; sequence: string }[] {
  const all = Object.entries(item)
    .filter(([name]) => name.startsWith("s_"))
    .map(([name, value]) => ({ by: name.slice(2), sequence: value.N ?? "" }));
  if (all.length <= MAX_KEPT) return [];
  return all.filter(({ sequence }) => Number(sequence) < now - KEPT_MS).slice(0, MAX_REMOVED);
}
