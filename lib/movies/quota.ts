import { LRUCache } from "lru-cache";

import type { Tally } from "@/lib/aws/tally";
import { createBreaker } from "@/lib/cache/breaker";
import { TmdbQuotaSpentError } from "@/lib/tmdb/errors";

import { currentRequest, type CurrentRequest } from "./current-request";
import { TooManyRequestsError } from "./errors";

/** TMDB lets one address ask about 50 times a second (https://developer.themoviedb.org/docs/rate-limiting). */
export const CALLS_PER_SECOND = 40;
/** What one visitor may have this app ask TMDB: a quarter of all, over a while, since a start page alone takes five. */
export const CALLS_PER_CLIENT = 100;
export const CLIENT_SPAN_MS = 10_000;
const MAX_CLIENTS = 10_000;

export interface QuotaOptions {
  readonly tally: Tally;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic?: () => number;
  /** Hears why something could not be counted over all processes. */
  readonly onFailure?: (error: unknown) => void;
}

/** How often TMDB may be asked: by all processes together, and for one client. */
export interface Quota {
  /**
   * Takes one call to `path`, for the client of the current request.
   *
   * @throws {TmdbQuotaSpentError} when this second's calls are spent
   */
  take(path: string): Promise<void>;
  /**
   * Lets the current request in, with all that it will ask for.
   *
   * @throws {TooManyRequestsError} when its client has made more calls than one may
   */
  check(): void;
}

/**
 * Counts calls to TMDB in spans of time that begin at the same moment everywhere, give or take the clocks. A table that
 * can't count is left alone for a while, in which this process counts alone.
 */
export function createQuota({
  tally,
  now = Date.now,
  monotonic = () => performance.now(),
  onFailure,
}: QuotaOptions): Quota {
  const breaker = createBreaker(monotonic);
  /** Until when a client has to wait. */
  const blocked = new LRUCache<string, number>({ max: MAX_CLIENTS });
  /** Requests that were let in: a page of several parts is not refused half of them. */
  const admitted = new WeakSet<CurrentRequest>();
  let spentUntil = 0;
  let alone = { second: 0, calls: 0 };

  /** How many calls this process has made in a second. */
  function countAlone(second: number): number {
    if (alone.second !== second) alone = { second, calls: 0 };
    alone.calls += 1;
    return alone.calls;
  }

  /** How many there are of a name over all processes; undefined where the table could not say. */
  async function count(name: string, until: number): Promise<number | undefined> {
    if (breaker.enter() === "resting") return undefined;
    try {
      const counted = await tally.count(name, until);
      breaker.succeeded();
      return counted;
    } catch (error) {
      breaker.failed();
      onFailure?.(error);
      return undefined;
    }
  }

  async function countForClient(client: string): Promise<void> {
    const span = Math.floor(now() / CLIENT_SPAN_MS);
    const ends = (span + 1) * CLIENT_SPAN_MS;
    const calls = await count(`client#${client}#${span}`, ends);
    if (calls !== undefined && calls >= CALLS_PER_CLIENT) blocked.set(client, ends);
  }

  return {
    async take(path) {
      const second = Math.floor(now() / 1000);
      const ends = (second + 1) * 1000;
      const own = countAlone(second);
      if (now() < spentUntil || own > CALLS_PER_SECOND) throw new TmdbQuotaSpentError(path, ends - now());
      const client = currentRequest()?.client ?? null;
      const [all] = await Promise.all([
        count(`calls#${second}`, ends),
        client === null ? undefined : countForClient(client),
      ]);
      if (all === undefined || all <= CALLS_PER_SECOND) return;
      spentUntil = ends;
      throw new TmdbQuotaSpentError(path, Math.max(ends - now(), 0));
    },

    check() {
      const request = currentRequest();
      if (!request?.client || admitted.has(request)) return;
      const waitMs = (blocked.get(request.client) ?? 0) - now();
      if (waitMs > 0) throw new TooManyRequestsError(waitMs);
      admitted.add(request);
    },
  };
}
