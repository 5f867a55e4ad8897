import type { Random } from "../../local/tmdb/random";
import type { Outcome } from "../soak/outcome";
import type { Span } from "../soak/spans";

/** Seconds between two kills. */
const SHORTEST_PAUSE = 4;
const LONGEST_PAUSE = 12;

/** When sandboxes are killed, in milliseconds since the traffic began: by chance that repeats. */
export function killTimes(random: Random, { from, to }: Span): number[] {
  const times: number[] = [];
  const next = (before: number) => before + 1000 * random.between(SHORTEST_PAUSE, LONGEST_PAUSE);
  for (let at = next(from); at < to; at = next(at)) times.push(at);
  return times;
}

/** So long it may take until a sandbox is known to have gone: what it is given meanwhile breaks off too. */
const NOTICED_WITHIN_MS = 200;
/** What Lambda's URL answers for a function that ended amid a request. */
const BROKEN_OFF = 502;

/** Whether a request was being answered when a sandbox was killed, or was given to it just then, and broke off. */
export const isBrokenOff = ({ status, at, tookMs }: Outcome, kills: readonly number[]): boolean =>
  status === BROKEN_OFF && kills.some((kill) => at <= kill + NOTICED_WITHIN_MS && kill <= at + tookMs);
