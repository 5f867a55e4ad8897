import { short } from "../../docs/markdown";
import { median } from "../statistics";
import type { CountCheck } from "./counts";
import type { TrafficRun } from "./run-traffic";

/** What has to hold in a soak, and whether it did. */
export interface Claim {
  readonly what: string;
  readonly limit: string;
  readonly found: string;
  /** Null where the run was too short to judge it. */
  readonly met: boolean | null;
}

/** Whether one was broken; one that could not be judged is not. */
export const isBroken = (claims: readonly Claim[]): boolean => claims.some(({ met }) => met === false);

/** A claim that so many things happened, at most. */
export function atMost(what: string, limit: number, found: number, of: string): Claim {
  return {
    what,
    limit: limit === 0 ? "none" : `≤ ${limit}`,
    found: `${found} of ${of}`,
    met: found <= limit,
  };
}

/** How many counts may differ where processes were killed, and for no other reason. */
export interface CountLimits {
  /** Answers from the cache that the table has no hit of. */
  readonly lost: number;
  /** Hits in the table that were no answer. */
  readonly invented: number;
}

/** That no count is wrong. */
export function countClaims(check: CountCheck, { lost, invented }: CountLimits): Claim[] {
  const { counted, uncounted, keys } = check;
  const all = `${counted + uncounted} hits, ${keys} keys`;
  return [
    atMost("numbers that a window gave twice", 0, check.duplicates, `${counted} numbers`),
    atMost(
      "undisturbed windows that left a number out",
      0,
      check.incomplete.length,
      `${check.undisturbed} undisturbed windows`,
    ),
    atMost("hits that were answered and are not in the table", lost, check.lost, all),
    atMost("hits in the table that were not answered", invented, check.invented, all),
  ];
}

/**
 * That every request was answered, and every error caught.
 * @param uncaught errors that nobody caught
 * @param all what was read for them
 */
export function trafficClaims(
  { sent, outcomes, errors }: TrafficRun,
  uncaught: readonly string[],
  all: string,
): Claim[] {
  return [
    atMost("requests without an answer", 0, sent - outcomes.length, `${sent} requests`),
    atMost("connections that failed", 0, errors, `${sent} requests`),
    atMost("errors that nobody caught", 0, uncaught.length, all),
  ];
}

/** Above this a process's memory is not flat. */
const MOST_GROWTH = 1.15;
/** Until then code is compiled and what is kept in memory fills. */
const SHORTEST_WARM_UP_MS = 60_000;

/** That a process's memory is flat, which shows only after a warm-up that is long enough. In megabytes. */
export function memoryClaim(
  whose: string,
  before: readonly number[],
  after: readonly number[],
  warmUpMs: number,
): Claim {
  const what = `memory of ${whose}, last against first minute in calm`;
  const limit = `≤ ${MOST_GROWTH} ×`;
  if (before.length === 0 || after.length === 0) return { what, limit, found: "can't be read", met: null };
  const growth = median(after) / median(before);
  const found = `${short(median(after))} / ${short(median(before))} MB = ${growth.toFixed(2)} ×`;
  if (warmUpMs < SHORTEST_WARM_UP_MS) return { what, limit, found: `${found}, too early`, met: null };
  return { what, limit, found, met: growth <= MOST_GROWTH };
}

/**
 * That answers are as in calm again in time.
 * @param tookMs null when they never were before something else failed
 */
export function recoveryClaim(fault: string, tookMs: number | null, limitMs: number): Claim {
  return {
    what: `recovery after "${fault}"`,
    limit: `≤ ${short(limitMs / 1000)} s`,
    found: tookMs === null ? "not until the next failure" : `${short(tookMs / 1000)} s`,
    met: tookMs !== null && tookMs <= limitMs,
  };
}
