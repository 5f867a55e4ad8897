import { LRUCache } from "lru-cache";

/** Milliseconds between calls to an origin that fails: doubled with every failure of the same key. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const MAX_KEYS = 10_000;

interface Failure {
  readonly error: unknown;
  readonly pauseMs: number;
  readonly retryAt: number;
}

/** Remembers which keys the origin failed for, so that failing calls are spaced out and not repeated per request. */
export interface Backoff {
  /** The failure that is still too recent to ask again, if there is one. */
  recent(key: string, now: number): { readonly error: unknown } | undefined;
  failed(key: string, error: unknown, now: number): void;
  succeeded(key: string): void;
}

/** A backoff in this process alone. */
export function createBackoff(): Backoff {
  const failures = new LRUCache<string, Failure>({ max: MAX_KEYS });
  return {
    recent(key, now) {
      const failure = failures.get(key);
      return failure && now < failure.retryAt ? failure : undefined;
    },
    failed(key, error, now) {
      const before = failures.get(key);
      const goesOn = before && now < before.retryAt + LONGEST_PAUSE_MS;
      const pauseMs = goesOn ? Math.min(before.pauseMs * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
      failures.set(key, { error, pauseMs, retryAt: now + pauseMs });
    },
    succeeded(key) {
      failures.delete(key);
    },
  };
}
