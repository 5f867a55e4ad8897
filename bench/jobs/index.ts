import { ask } from "./ask";
import { askInTurn } from "./ask-in-turn";
import { heldHit } from "./held-hit";
import { hitLatency } from "./hit-latency";
import { hitsPerSecond } from "./hits-per-second";
import { manyKeys } from "./many-keys";
import { requestsSent } from "./requests-sent";

/** What a process of the fleet can be told to do. */
export const JOBS = { ask, askInTurn, heldHit, hitLatency, hitsPerSecond, manyKeys, requestsSent };

export type JobName = keyof typeof JOBS;

/** What a job is told, undefined for nothing. */
export type JobInput<Name extends JobName> = Parameters<(typeof JOBS)[Name]>[1];

export type JobResult<Name extends JobName> = Awaited<ReturnType<(typeof JOBS)[Name]>>;
