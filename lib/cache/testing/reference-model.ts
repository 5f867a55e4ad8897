/** What the origin does at the moment. `busy` asks all to wait. */
export type OriginState = "well" | "failing" | "busy";

export const BUSY_MS = 7000;

interface Entry {
  readonly fetch: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
  hits: number;
}

interface Failures {
  count: number;
  until: number;
}

/** What somebody who asks is to get. */
export type Expected = { fetch: number; hits: number; stale: boolean } | "error";

/**
 * The rules of the cache in one place, without a store, processes or leases: what a fleet of any size has to
 * answer as long as nothing but the origin fails.
 */
export function createReferenceModel(windowMs: number, staleMs: number) {
  const entries = new Map<string, Entry>();
  const failures = new Map<string, Failures>();
  let coolDownUntil = 0;
  let fetches = 0;

  function mayAsk(key: string, at: number): boolean {
    return at >= coolDownUntil && at >= (failures.get(key)?.until ?? 0);
  }

  /** Asks the origin: answers whether there is a new entry. */
  function fetch(key: string, at: number, origin: OriginState): boolean {
    fetches += 1;
    if (origin === "well") {
      failures.delete(key);
      entries.set(key, { fetch: fetches, freshUntil: at + windowMs, staleUntil: at + staleMs, hits: 0 });
      return true;
    }
    if (origin === "busy") {
      coolDownUntil = Math.max(coolDownUntil, at + BUSY_MS);
      return false;
    }
    const before = failures.get(key);
    const count = before && at < before.until + 30_000 ? before.count + 1 : 1;
    failures.set(key, { count, until: at + Math.min(1000 * 2 ** (count - 1), 30_000) });
    return false;
  }

  const hit = (entry: Entry, stale: boolean): Expected => {
    entry.hits += 1;
    return { fetch: entry.fetch, hits: entry.hits, stale };
  };

  return {
    /** The next time after `at` from which a key is answered otherwise, though nobody asks; undefined for never. */
    nextChange(key: string, at: number): number | undefined {
      const ends = [coolDownUntil, failures.get(key)?.until, entries.get(key)?.staleUntil];
      return ends.filter((end) => end !== undefined && end > at).sort((one = 0, other = 0) => one - other)[0];
    },
    get fetches() {
      return fetches;
    },
    /** Several ask for the same at the same time: in order of their hits. */
    ask(key: string, count: number, at: number, origin: OriginState): Expected[] {
      const fresh = entries.get(key);
      const isFresh = fresh !== undefined && at < fresh.freshUntil;
      if (!isFresh && mayAsk(key, at) && fetch(key, at, origin)) {
        const entry = entries.get(key) as Entry;
        const first = { fetch: entry.fetch, hits: 0, stale: false };
        return [first, ...Array.from({ length: count - 1 }, () => hit(entry, false))];
      }
      const usable = fresh !== undefined && at < fresh.staleUntil;
      return Array.from({ length: count }, () => (usable ? hit(fresh, !isFresh) : "error"));
    },
  };
}

export type ReferenceModel = ReturnType<typeof createReferenceModel>;
