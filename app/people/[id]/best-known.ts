import type { PersonCredit } from "@/lib/movies";

const SHOWN = 6;

/**
 * The films that most have voted on, of which somebody is likely to be known. Only of who has more films than these:
 * else the list of all says the same.
 */
export function bestKnown(credits: readonly PersonCredit[]): PersonCredit[] {
  if (credits.length <= SHOWN) return [];
  return credits.toSorted((one, other) => other.voteCount - one.voteCount).slice(0, SHOWN);
}
