import { LRUCache } from "lru-cache";

import { WaitedTooLongError, type Answer, type AnswerEvent, type CacheEvent, type Query } from "./answer";
import { deliver } from "./delivery";
import { createFlights, type FlightResult, type FlightContext } from "./flight";
import { CLOCK_TOLERANCE_MS, type Held } from "./held";
import { createHitCounter } from "./hit-counter";
import { guardStore } from "./guarded-store";
import { createLookup } from "./lookup";
import { createBackoff } from "./backoff";
import { createPollSchedule } from "./poll-schedule";
import type { CacheStore } from "./store";
import { linkSpan, createAskStore, unlinkSpan, newSpan, type Span } from "./span";
import { within } from "./timers";

export interface CountedCache {
  /**
   * The value of a key: fresh from the cache and counted, or fetched, or stale when the origin fails. One
   * process fetches and all others wait for it. A store that fails never fails an answer. Takes 8 s at most.
   *
   * @throws whatever `fetch` rejected with, or an OriginFailedError where that happened a moment ago, or a
   *   WaitedTooLongError, when there is no copy to answer with
   */
  get<T>(query: Query<T>): Promise<Answer<T>>;
  /**
   * Waits for what is under way, tries whether a store that has failed is back, and delivers the hits that could not be
   * counted at once, for as long as the store may be back soon. To be awaited after every answer, before the process
   * may be frozen or ended. Returns at once when there is nothing to do, and after 6 s at the latest; what is still
   * owed then is told and kept.
   */
  settle(): Promise<void>;
}

export interface CountedCacheOptions {
  readonly store: CacheStore;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic?: () => number;
  /** Hears what happens; what it throws is dropped, so that it can't break an answer. */
  readonly onEvent?: (event: CacheEvent) => void;
}

/** What one process looks up once for all who ask for it meanwhile. */
interface Flight {
  waiting: number;
  readonly context: FlightContext;
  readonly result: Promise<FlightResult>;
}

/** What is to be answered: from the origin, or counted as a hit. */
interface Finding extends Pick<Answer<unknown>, "source" | "hits" | "stale"> {
  readonly held: Held;
}

/** A value that this process holds, and whether its window is over. */
interface Local {
  readonly held: Held;
  readonly stale: boolean;
}

/** How long an answer may take, in milliseconds; what takes longer goes on for those who ask next. */
const PATIENCE_MS = 7500;
/** A Lambda has 15 s for an answer and what comes after it. All in milliseconds. */
const LONGEST_SETTLE_MS = 6000;
const LONGEST_DELIVERY_MS = 3000;
const MEMORY_BYTES = 32 * 1024 * 1024;
/** What an entry takes beside its value: its key, its place in the map, its numbers. */
const ENTRY_BYTES = 1024;

/** A cache whose every answer from a copy is counted, exactly once, in a store shared by all processes. */
export function createCountedCache(options: CountedCacheOptions): CountedCache {
  const { now = Date.now, monotonic = () => performance.now(), onEvent } = options;
  const store = guardStore(options.store, monotonic);
  const counter = createHitCounter({
    store,
    now,
    monotonic,
    onLost: (key, count) => emit({ type: "hits-lost", key, count }),
  });
  const backoff = createBackoff(now);
  const ask = createAskStore(emit);
  const lookup = createLookup({ store, counter, ask, now, emit });
  const runFlight = createFlights({
    store,
    lookup,
    backoff,
    schedule: createPollSchedule(),
    ask,
    now,
    monotonic,
    emit,
  });
  const flights = new Map<string, Flight>();
  const underWay = new Set<Promise<unknown>>();
  const memory = new LRUCache<string, Held>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ bytes }) => bytes + ENTRY_BYTES,
  });

  function emit(event: CacheEvent): void {
    try {
      const told: unknown = onEvent?.(event);
      if (told instanceof Promise) told.catch(() => undefined);
    } catch {
      // By contract: a listener can't break an answer.
    }
  }

  /** The value this process holds, if it may be answered without asking anybody for it. */
  function usable(key: string): Local | undefined {
    const held = memory.get(key);
    if (!held) return undefined;
    const at = now();
    if (held.fetchedAt > at + CLOCK_TOLERANCE_MS) return undefined;
    if (at < held.freshUntil) {
      const settled = held.stored || !held.storable || monotonic() < held.saveAt || store.recovering();
      return settled ? { held, stale: false } : undefined;
    }
    return at < held.staleUntil && backoff.current(key) !== undefined ? { held, stale: true } : undefined;
  }

  function join<T>(query: Query<T>): { flight: Flight; leads: boolean } {
    const { key } = query;
    const flying = flights.get(key);
    if (flying) {
      flying.waiting += 1;
      return { flight: flying, leads: false };
    }
    const copy = memory.peek(key);
    const unsaved = copy && now() < copy.freshUntil && !copy.stored ? copy : undefined;
    const context: FlightContext = {
      key,
      span: newSpan(),
      accepts: (value) => query.accepts?.(value) ?? true,
      copy,
      unsaved,
      size: () => flight.waiting,
    };
    const result = runFlight(query, context)
      .then((found) => {
        if (found.superseded) memory.delete(key);
        else memory.set(key, found.held);
        return found;
      })
      .finally(() => flights.delete(key));
    const flight: Flight = { waiting: 1, context, result };
    flights.set(key, flight);
    return { flight, leads: true };
  }

  /** An answer from what is held, counted; null when the store holds another generation by now. */
  async function countHeld(key: string, held: Held, stale: boolean, span: Span): Promise<Finding | null> {
    // A store that has failed is tried after the answer, or for what nobody holds: a dead one costs its deadline once.
    const failing = store.recovering();
    if (failing) span.storeFailed = true;
    if (!held.stored || failing) {
      counter.owe(key, held.generation, 1);
      return { held, source: "cache", hits: null, stale };
    }
    const counted = await ask(key, span, () => counter.count(key, held.generation));
    return counted === null ? null : { held, source: "cache", hits: counted?.hits ?? null, stale };
  }

  async function findInFlight<T>(query: Query<T>, span: Span): Promise<Finding | null> {
    const { flight, leads } = join(query);
    linkSpan(span, flight.context.span, leads);
    const { held, source, numbers, superseded } = await flight.result.finally(() => unlinkSpan(span));
    const stale = source === "copy" && now() >= held.freshUntil;
    if (source === "origin" && leads) return { held, source, hits: 0, stale: false };
    if (superseded) return null;
    const hits = numbers.shift();
    if (hits !== undefined) return { held, source: "cache", hits, stale };
    const counted = await countHeld(query.key, held, stale, span);
    if (counted || source !== "copy") return counted;
    // The store counts another generation, whose body it has lost: there is nothing better to answer.
    counter.owe(query.key, held.generation, 1);
    return { held, source: "cache", hits: null, stale };
  }

  async function countLocal(key: string, { held, stale }: Local, span: Span): Promise<Finding | null> {
    const finding = await countHeld(key, held, stale, span);
    if (!finding && memory.peek(key) === held) memory.delete(key);
    return finding;
  }

  async function find<T>(query: Query<T>, span: Span): Promise<Finding> {
    const { key } = query;
    // Starts over when another process has replaced what was about to be counted. What is replaced that way is no longer
    // held, and who looks itself finds an answer: so this ends.
    for (;;) {
      const local = usable(key);
      const finding = local ? await countLocal(key, local, span) : await findInFlight<T>(query, span);
      if (finding) return finding;
    }
  }

  /** What is answered when time is over: the copy there is, though what is under way goes on. */
  function findLate(key: string, span: Span, late: Promise<Finding>): Finding {
    const flight = flights.get(key);
    // Only the store has yet to take it.
    const fetched = span.linked?.leads ? flight?.context.fetched : undefined;
    if (fetched) return { held: fetched, source: "origin", hits: 0, stale: false };
    const copy = flight ? flight.context.copy : memory.peek(key);
    const held = copy && now() < copy.staleUntil ? copy : undefined;
    // One answer is given now, as a hit, or none: what is counted for it later has to fit. A fetch is no hit.
    late.then(
      ({ held: { generation }, source }) => {
        if (held && source === "origin") counter.owe(key, held.generation, 1);
        if (!held && source === "cache") counter.owe(key, generation, -1);
      },
      () => {
        if (held) counter.owe(key, held.generation, 1);
      },
    );
    if (!held) throw new WaitedTooLongError();
    return { held, source: "cache", hits: null, stale: now() >= held.freshUntil };
  }

  async function findInTime<T>(query: Query<T>, span: Span): Promise<Finding> {
    const started = performance.now();
    const local = usable(query.key);
    // Most answers: one request to the store, which has a deadline of its own.
    const counted = local && (await countLocal(query.key, local, span));
    if (counted) return counted;

    const finding = find(query, span);
    underWay.add(finding);
    const end = () => underWay.delete(finding);
    finding.then(end, end);
    const patience = PATIENCE_MS - (performance.now() - started);
    return (await within(patience, finding, undefined)) ?? findLate(query.key, span, finding);
  }

  return {
    async get<T>(query: Query<T>) {
      const span = newSpan();
      let outcome: AnswerEvent["outcome"] = "failed";
      let hits: number | null = null;
      try {
        const finding = await findInTime(query, span);
        const { held, source, stale } = finding;
        outcome = source === "origin" ? "fetched" : stale ? "stale" : "hit";
        ({ hits } = finding);
        const { value, fetchedAt, freshUntil, stored } = held;
        return { value: value as T, source, hits, stale, stored, fetchedAt, freshUntil, answeredAt: now() };
      } finally {
        unlinkSpan(span);
        const { waited, tookOver, storeFailed } = span;
        const times = { storeMs: span.store.ms(), originMs: span.origin.ms() };
        emit({ type: "answer", key: query.key, outcome, hits, waited, tookOver, storeFailed, ...times });
      }
    },

    async settle() {
      const end = performance.now() + LONGEST_SETTLE_MS;
      if (underWay.size > 0) await within(LONGEST_SETTLE_MS, Promise.allSettled(underWay), undefined);
      if (counter.idle() && !store.recovering()) return;
      await deliver(counter, store, Math.min(LONGEST_DELIVERY_MS, end - performance.now()));
      const count = counter.owed();
      if (count > 0) emit({ type: "hits-owed", count });
    },
  };
}
