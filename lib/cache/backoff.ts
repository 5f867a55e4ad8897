import { LRUCache } from "lru-cache";

import { OriginFailedError } from "./answer";
import { LONGEST_PAUSE_MS, type CoolDown, type Failure } from "./store";

/** Milliseconds between calls to an origin that fails: doubled with every failure of the same key. */
const FIRST_PAUSE_MS = 1000;
/** A cool-down from further ahead than any origin asks for is not believed. */
const LONGEST_COOL_DOWN_MS = 60 * 60 * 1000;
const MAX_KEYS = 10_000;

/** When the origin is to be left alone, as far as this process knows: one key after a failure, all in a cool-down. */
export interface Backoff {
  /** What to answer instead of asking the origin for a key, if it is to be left alone just now. */
  current(key: string): unknown;
  /** Takes over what another process has told. */
  learnFailure(key: string, failure: Failure | null): void;
  learnCoolDown(coolDown: CoolDown | null): void;
  /** The origin failed here: answers what to tell all other processes. */
  failed(key: string, error: unknown, before: Failure | null): { failure: Failure } | { coolDown: CoolDown };
  succeeded(key: string): void;
}

interface Pause {
  readonly until: number;
  readonly failures: number;
  readonly reason: string;
  /** With which it failed, where that was in this process. */
  readonly error?: unknown;
}

/** @param now milliseconds since the epoch */
export function createBackoff(now: () => number): Backoff {
  const failures = new LRUCache<string, Pause>({ max: MAX_KEYS });
  let coolDown: Pause | undefined;

  return {
    current(key) {
      const pause = [coolDown, failures.get(key)].find((one) => one && now() < one.until);
      if (!pause) return undefined;
      const { until, reason, error } = pause;
      // A cool-down's error says how long to wait, which is less by now.
      if (error !== undefined && pause !== coolDown) return error;
      return new OriginFailedError(reason, until - now(), { cause: error });
    },

    learnFailure(key, failure) {
      if (!failure || failure.retryAt <= now() || failure.retryAt > now() + 2 * LONGEST_PAUSE_MS) return;
      if ((failures.get(key)?.until ?? 0) >= failure.retryAt) return;
      const { retryAt: until, reason, failures: count } = failure;
      failures.set(key, { until, reason, failures: count });
    },

    learnCoolDown(known) {
      if (!known || known.until <= now() || known.until > now() + LONGEST_COOL_DOWN_MS) return;
      if ((coolDown?.until ?? 0) < known.until) coolDown = { ...known, failures: 0 };
    },

    failed(key, error, before) {
      const reason = error instanceof Error ? error.name : "Error";
      const waitMs = Number(error instanceof Error && "retryAfterMs" in error ? error.retryAfterMs : NaN);
      if (Number.isFinite(waitMs)) {
        const until = now() + Math.min(waitMs, LONGEST_COOL_DOWN_MS);
        if ((coolDown?.until ?? 0) < until) coolDown = { until, reason, failures: 0, error };
        return { coolDown: { until, reason } };
      }
      const last = failures.get(key);
      const known = [
        { until: before?.retryAt ?? 0, failures: before?.failures ?? 0 },
        { until: last?.until ?? 0, failures: last?.failures ?? 0 },
      ];
      const inARow = known.map((one) => (now() < one.until + LONGEST_PAUSE_MS ? one.failures : 0));
      const count = Math.max(...inARow) + 1;
      const retryAt = now() + Math.min(FIRST_PAUSE_MS * 2 ** (count - 1), LONGEST_PAUSE_MS);
      failures.set(key, { until: retryAt, reason, failures: count, error });
      return { failure: { retryAt, failures: count, reason } };
    },

    succeeded(key) {
      failures.delete(key);
    },
  };
}
