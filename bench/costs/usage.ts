import { durationMs, type Work } from "./lambda";
import type { Item } from "./prices";

/** What the bench measured. */
export interface Measured {
  /** Units that DynamoDB charges for one answer. */
  readonly charges: Readonly<
    Record<"miss" | "hit" | "firstHit", { readonly readUnits: number; readonly writeUnits: number }>
  >;
  /** A process to its first page, and each page after it. */
  readonly start: Work;
  readonly page: Work;
}

/** How much traffic there is; shares are parts of 1. */
export interface Traffic {
  /** Pages and answers of the API that visitors and programs ask for in a month. */
  readonly answers: number;
  /** Of answers, from the cache. */
  readonly hitShare: number;
  /** Of hits, in a process that does not hold the value yet. */
  readonly firstHitShare: number;
  /** Of answers, by a process that had to be started. */
  readonly startShare: number;
}

/** What Terraform gives the server function, unless it is told otherwise. */
export const MEMORY_MB = 1769;

/** What counts the calls to TMDB writes with each (lib/movies/quota.ts): for all together, and for the client. */
const QUOTA_WRITE_UNITS = 2;

/** Not measured, but assumed of every answer or every month. */
export const ASSUMED = {
  pageKb: 20,
  /** Most static files are in the browser's cache. */
  filesPerAnswer: 4,
  filesKb: 60,
  /** The line of metrics, and Lambda's own of a request. */
  logBytes: 700,
  /** Each that the app may write, all month, and the one that is counted from the log. */
  metrics: 15,
  /** Seven alarms of one metric, one of two. */
  alarms: 9,
  dashboards: 1,
  /** Lambda waits for messages with five requests of 20 s at a time. */
  queueRequests: (5 * 30 * 24 * 3600) / 20,
  firewalls: 1,
} as const;

const KB_PER_GB = 1e6;

/** Units of each item in a month; the firewall is production's. */
export function monthlyUsage(traffic: Traffic, measured: Measured): Readonly<Record<Item, number>> {
  const { answers, hitShare, firstHitShare, startShare } = traffic;
  const { charges, start, page } = measured;
  const units = (kind: "readUnits" | "writeUnits") =>
    answers *
    ((1 - hitShare) * charges.miss[kind] +
      hitShare * ((1 - firstHitShare) * charges.hit[kind] + firstHitShare * charges.firstHit[kind]));
  const lambdaMs =
    answers * ((1 - startShare) * durationMs(page, MEMORY_MB) + startShare * durationMs(start, MEMORY_MB));
  const requests = answers * (1 + ASSUMED.filesPerAnswer);
  return {
    dynamoDbWrites: units("writeUnits") + answers * (1 - hitShare) * QUOTA_WRITE_UNITS,
    dynamoDbReads: units("readUnits"),
    lambdaRequests: answers,
    lambdaGbSeconds: (lambdaMs / 1000) * (MEMORY_MB / 1024),
    cloudFrontRequests: requests,
    cloudFrontGb: (answers * (ASSUMED.pageKb + ASSUMED.filesKb)) / KB_PER_GB,
    cloudFrontFunctions: answers,
    logGb: (answers * ASSUMED.logBytes) / 1e9,
    metrics: ASSUMED.metrics,
    alarms: ASSUMED.alarms,
    dashboards: ASSUMED.dashboards,
    queueRequests: ASSUMED.queueRequests,
    firewalls: ASSUMED.firewalls,
    firewallRequests: requests,
  };
}
