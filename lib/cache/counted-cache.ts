import { randomUUID } from "node:crypto";

import { LRUCache } from "lru-cache";

import type { Answer, CacheEvent } from "./answer";
import { createBackoff } from "./backoff";
import { withBreaker } from "./breaker";
import { decodeBody, encodeBody } from "./codec";
import { createHitCounter } from "./hit-counter";
import { StoreError, type CacheStore, type Generation, type StoredEntry } from "./store";

/** What to cache: under which key, for how long, and how to get it. */
export interface Lookup<T> {
  readonly key: string;
  /** Milliseconds that a fetched value is fresh. */
  windowMs(value: T): number;
  /**
   * Gets the value from the origin. An error that carries `retryAfterMs` says that the origin keeps its
   * own waiting time; after any other, the origin is left alone for a moment.
   */
  fetch(): Promise<T>;
}

export interface CountedCache {
  /**
   * The value of a key: fresh from the cache and counted, or fetched, or stale when the origin fails.
   * A store that fails never fails an answer.
   *
   * @throws whatever `fetch` rejected with, when there is no copy to answer with
   */
  get<T>(lookup: Lookup<T>): Promise<Answer<T>>;
}

export interface CountedCacheOptions {
  readonly store: CacheStore;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Hears what happens; what it throws is dropped, so that it can't break an answer. */
  readonly onEvent?: (event: CacheEvent) => void;
}

/** An entry with its value unpacked, as this process keeps it. */
interface Held extends Generation {
  readonly value: unknown;
  readonly bytes: number;
  /** False while the store could not take it: it is then tried again with the next answer. */
  stored: boolean;
  /** The writing that is under way, which all who answer meanwhile wait for. */
  saving?: Promise<boolean | undefined> | undefined;
}

/** Who waits for an answer. */
interface Asker {
  /** Milliseconds of this process's monotonic clock. */
  readonly since: number;
}

/** What the store had to say about a key. */
interface Found {
  /** A fresh value and its counted hit, which is null when it could not be counted. */
  readonly hit?: { readonly held: Held; readonly hits: number | null };
  /** A value that is past its window. */
  readonly copy?: Held;
  /** The generation of a body that can't be used and must be written over. */
  readonly broken?: string;
  /** The store did not say whether it has the key. */
  readonly failed?: true;
}

/** What a process found out about a key, for all who asked meanwhile. */
interface Flight {
  readonly held: Held;
  readonly source: "store" | "origin" | "copy";
  /** The hit that was counted for the one who found it. */
  readonly hits: number | null;
}

/** After this a value is no longer answered when the origin fails; a longer window moves it out. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** TMDB's terms allow its content to be kept for six months at most. */
const LONGEST_STALE_MS = 180 * 24 * 60 * 60 * 1000;
/**
 * How long an answer waits for the store: a slow store's deadlines and a slow origin's must not add up. A
 * request to the store that takes longer goes on, so that its hit is counted all the same.
 */
const PATIENCE_MS = 6000;
/** A store entry from further in the future than clocks can be apart is not believed. */
const CLOCK_TOLERANCE_MS = 60 * 1000;
/** Of unpacked JSON. */
const MEMORY_BYTES = 32 * 1024 * 1024;
/** DynamoDB's limit for an item is 400 KB. */
const MAX_BODY_BYTES = 300 * 1024;
/** How often an answer starts over because another process replaced what it was about to count. */
const MAX_ROUNDS = 4;

/** A cache whose every answer from a copy is counted, exactly once, in a store shared by all processes. */
export function createCountedCache(options: CountedCacheOptions): CountedCache {
  const { now = Date.now, onEvent } = options;
  const store = withBreaker(options.store, now);
  const countHit = createHitCounter(store);
  const backoff = createBackoff();
  const flights = new Map<string, Promise<Flight>>();
  const reported = new WeakSet<StoreError>();
  const memory = new LRUCache<string, Held>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ bytes }) => Math.max(bytes, 1),
  });

  function emit(event: CacheEvent): void {
    try {
      onEvent?.(event);
    } catch {
      // By contract: a listener can't break an answer.
    }
  }

  /** Asks the store; undefined when it fails, or when the asker has waited long enough. */
  async function ask<T>(key: string, asker: Asker, request: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await noLongerThan(PATIENCE_MS - (performance.now() - asker.since), request());
      if (answer !== undefined) emit({ type: "store-answered" });
      return answer;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // Many may share one failed request, and a store that is left alone was reported when it failed.
      if (error.reason !== "resting" && !reported.has(error)) emit({ type: "store-failed", key, error });
      reported.add(error);
      return undefined;
    }
  }

  function unpack(key: string, entry: StoredEntry): Held | null {
    const decoded = decodeBody(key, entry.body);
    if (!decoded || entry.fetchedAt > now() + CLOCK_TOLERANCE_MS) return null;
    const { generation, fetchedAt, freshUntil, staleUntil } = entry;
    return { generation, fetchedAt, freshUntil, staleUntil, ...decoded, stored: true };
  }

  /** Asks the store for a key; the hit is counted while the body is read, so that both cost one round trip. */
  async function lookUp(key: string, asker: Asker): Promise<Found> {
    const at = now();
    const [counted, read] = await Promise.all([
      ask(key, asker, () => store.addHits(key, { freshAt: at }, 1)),
      ask(key, asker, () => store.read(key, { consistent: false })),
    ]);
    let entry = read;
    if (counted && entry?.generation !== counted.generation) {
      // The plain read failed, or lags behind a write that the counter has seen.
      entry = await ask(key, asker, () => store.read(key, { consistent: true }));
    }
    const held = entry ? unpack(key, entry) : null;
    if (counted && counted.generation === held?.generation) return { hit: { held, hits: counted.hits } };

    // What was counted is not what is answered: it ended meanwhile, or its body is lost.
    if (counted) await ask(key, asker, () => store.addHits(key, { generation: counted.generation }, -1));
    if (entry === undefined) return { failed: true };
    if (entry === null) return counted === undefined ? { failed: true } : {};
    if (!held) {
      emit({ type: "unreadable", key });
      return { broken: entry.generation };
    }
    if (at >= held.freshUntil) return { copy: held };
    if (counted === undefined) return { hit: { held, hits: null } };

    // A fresh body without its counter: its writer is between its two writes, or died there.
    const opened = await ask(key, asker, async () => {
      await store.openCounter(key, held, at);
      return countHit(key, held.generation);
    });
    return { hit: { held, hits: opened?.hits ?? null } };
  }

  async function fetchEntry<T>({ key, windowMs, fetch }: Lookup<T>): Promise<Held> {
    try {
      const value = await fetch();
      const fetchedAt = now();
      const window = windowMs(value);
      backoff.succeeded(key);
      return {
        generation: randomUUID(),
        fetchedAt,
        freshUntil: fetchedAt + window,
        staleUntil: fetchedAt + Math.min(Math.max(STALE_MS, 2 * window), LONGEST_STALE_MS),
        value,
        bytes: Buffer.byteLength(JSON.stringify(value)),
        stored: false,
      };
    } catch (error) {
      const keepsOwnWait = error instanceof Error && "retryAfterMs" in error;
      if (!keepsOwnWait) backoff.failed(key, error, now());
      emit({ type: "origin-failed", key, error });
      throw error;
    }
  }

  /** Writes what is held to the store. False when the store has another fresh entry, undefined when it failed. */
  function save(key: string, held: Held, asker: Asker, replacing?: string): Promise<boolean | undefined> {
    held.saving ??= (async () => {
      const { generation, fetchedAt, freshUntil, staleUntil } = held;
      const body = encodeBody(key, held.value);
      if (body.byteLength > MAX_BODY_BYTES) return undefined;
      const entry = { generation, fetchedAt, freshUntil, staleUntil, body };
      const stored = await ask(key, asker, () =>
        store.write(key, entry, { now: now(), ...(replacing ? { replacing } : {}) }),
      );
      held.stored = stored === true;
      held.saving = undefined;
      return stored;
    })();
    return held.saving;
  }

  /** Finds the value of a key once for all who ask this process for it at the same time. */
  async function fly<T>(lookup: Lookup<T>, asker: Asker): Promise<Flight> {
    const { key } = lookup;
    const found = await lookUp(key, asker);
    if (found.hit) {
      memory.set(key, found.hit.held);
      return { ...found.hit, source: "store" };
    }
    // When the store fails, what this process still holds is the only copy there is.
    const copy = found.copy ?? memory.peek(key);
    try {
      const recent = backoff.recent(key, now());
      if (recent) throw recent.error;
      const held = await fetchEntry(lookup);
      const stored = found.failed ? undefined : await save(key, held, asker, found.broken);
      if (stored === false) memory.delete(key);
      else memory.set(key, held);
      return { held, source: "origin", hits: 0 };
    } catch (error) {
      if (!copy || now() >= copy.staleUntil) throw error;
      memory.set(key, copy);
      return { held: copy, source: "copy", hits: null };
    }
  }

  function answer<T>(held: Held, source: "origin" | "cache", hits: number | null, stale: boolean): Answer<T> {
    const { fetchedAt, freshUntil, stored } = held;
    return { value: held.value as T, source, hits, stale, stored, fetchedAt, freshUntil, answeredAt: now() };
  }

  /** An answer from what is held, counted; null when the store holds another generation by now. */
  async function answerHeld<T>(
    key: string,
    held: Held,
    stale: boolean,
    asker: Asker,
  ): Promise<Answer<T> | null> {
    if (!held.stored) {
      const stored = stale ? undefined : await save(key, held, asker);
      if (stored === false) return null;
      if (stored === undefined) return answer(held, "cache", null, stale);
    }
    const counted = await ask(key, asker, () => countHit(key, held.generation));
    return counted === null ? null : answer(held, "cache", counted?.hits ?? null, stale);
  }

  /** The value this process holds, if it may be answered without asking the origin. */
  function usable(key: string): { held: Held; stale: boolean } | undefined {
    const held = memory.get(key);
    if (!held) return undefined;
    const at = now();
    if (at < held.freshUntil) return { held, stale: false };
    return at < held.staleUntil && backoff.recent(key, at) ? { held, stale: true } : undefined;
  }

  async function get<T>(lookup: Lookup<T>): Promise<Answer<T>> {
    const { key } = lookup;
    const asker: Asker = { since: performance.now() };
    for (let round = 1; ; round++) {
      const local = usable(key);
      if (local) {
        const counted = await answerHeld<T>(key, local.held, local.stale, asker);
        if (counted) return counted;
        if (memory.peek(key) === local.held) memory.delete(key);
        if (round < MAX_ROUNDS) continue;
      }

      let flight = flights.get(key);
      const leads = flight === undefined;
      if (!flight) {
        flight = fly(lookup, asker).finally(() => flights.delete(key));
        flights.set(key, flight);
      }
      const { held, source, hits } = await flight;
      const stale = source === "copy";
      if (leads && !stale) return answer(held, source === "origin" ? "origin" : "cache", hits, false);
      const counted = await answerHeld<T>(key, held, stale, asker);
      if (counted) return counted;
      // Superseded over and over: the value is right, only its count can't be had.
      if (round >= MAX_ROUNDS) return answer(held, "cache", null, stale);
    }
  }

  return {
    async get(lookup) {
      const result = await get(lookup);
      const type = result.source === "origin" ? "fetched" : result.stale ? "stale" : "hit";
      emit({ type, key: lookup.key, counted: result.hits !== null });
      return result;
    },
  };
}

/** Waits for `promise`, but no longer than `milliseconds`; undefined when that is over. */
function noLongerThan<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, milliseconds));
  });
  return Promise.race([promise, over]).finally(() => clearTimeout(timer));
}
