import { LONGEST_PAUSE_MS } from "../../lib/cache/store";
import type { Fault } from "../../local/tmdb/fault";
import type { StoreFault } from "../setting/store-proxy";
import { inTurn, type Span } from "./spans";

interface Plan {
  readonly name: string;
  /** How long it is, beside the others. */
  readonly share: number;
  /** How TMDB answers, where it fails. */
  readonly tmdb?: Fault;
  /** How DynamoDB fails. */
  readonly store?: StoreFault;
  /** What a good request may be answered with, beside 200. */
  readonly permitted?: readonly number[];
}

/** A time of the soak, and what fails in it. */
export type Phase = Plan & Span;

const failure = (status: number, code: number, headers?: Readonly<Record<string, string>>): Fault => ({
  status,
  ...(headers && { headers }),
  body: JSON.stringify({ success: false, status_code: code, status_message: "Failing on schedule." }),
});

const OUT_OF_ORDER = failure(500, 11);
const calm = (share: number): Plan => ({ name: "calm", share });

/** So long after a failure a key's fetch may still fail: it is left alone, and the fetch after that takes 4 s and one to spare. */
const LONGEST_REST_MS = LONGEST_PAUSE_MS + 5000;

/** Seconds of ten minutes. A calm after TMDB's failures is longer than a key is left alone. */
const PLAN: readonly Plan[] = [
  { name: "warm-up", share: 75 },
  calm(60),
  { name: "TMDB answers 500", share: 30, tmdb: OUT_OF_ORDER, permitted: [502] },
  calm(42),
  { name: "TMDB is silent", share: 30, tmdb: { hang: true }, permitted: [504] },
  calm(42),
  { name: "TMDB answers 429", share: 24, tmdb: failure(429, 25, { "Retry-After": "2" }), permitted: [429] },
  calm(24),
  { name: "DynamoDB refuses connections", share: 24, store: "refuses" },
  calm(24),
  { name: "DynamoDB does its work and is mute", share: 24, store: "is mute" },
  calm(24),
  { name: "DynamoDB throttles", share: 24, store: "throttles" },
  calm(24),
  { name: "both are down", share: 30, tmdb: OUT_OF_ORDER, store: "hangs", permitted: [502] },
  calm(99),
];

/** The phases of a soak that takes so many seconds, without a gap between them. */
export const schedule = (seconds: number): readonly Phase[] => inTurn(PLAN, 1000 * seconds);

/** Whether something fails in a phase. */
export const isFault = ({ tmdb, store }: Phase): boolean => tmdb !== undefined || store !== undefined;

/** The phase of a time, the last one for all after it. */
export function phaseAt(phases: readonly Phase[], atMs: number): Phase {
  const phase = phases.find(({ to }) => atMs < to) ?? phases.at(-1);
  if (!phase) throw new RangeError("There are no phases");
  return phase;
}

/**
 * What a good request may be answered with: beside 200 what is permitted in a phase of the time from when it was sent
 * until it was answered, and what was in the phase before, as long as a key may be left alone after it.
 */
export function permittedDuring(
  phases: readonly Phase[],
  { at, tookMs }: { readonly at: number; readonly tookMs: number },
): readonly number[] {
  const first = phases.indexOf(phaseAt(phases, at));
  const last = phases.indexOf(phaseAt(phases, at + tookMs));
  const before = phases[first - 1];
  const stillRests = before !== undefined && at < before.to + LONGEST_REST_MS;
  const during = phases.slice(stillRests ? first - 1 : first, last + 1);
  return [...new Set([200, ...during.flatMap(({ permitted = [] }) => permitted)])];
}
