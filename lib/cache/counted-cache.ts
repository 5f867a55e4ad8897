import { LRUCache } from "lru-cache";

import { WaitedTooLongError, type Answer, type AnswerEvent, type CacheEvent, type Query } from "./answer";
import { createFlights, type Landing } from "./flight";
import type { Held } from "./held";
import { createHitCounter } from "./hit-counter";
import { guardStore } from "./guarded-store";
import { createLookup } from "./lookup";
import { createPauses } from "./pauses";
import type { CacheStore } from "./store";
import { createAskStore, newTrip, type Trip } from "./trip";
import { createPace } from "./waiting";
import { within } from "./wait";

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
   * Waits for what is under way and delivers the hits that could not be counted at once. To be awaited before
   * the process may be frozen or ended. Returns at once when there is nothing to do.
   */
  settle(): Promise<void>;
}

export interface CountedCacheOptions {
  readonly store: CacheStore;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Hears what happens; what it throws is dropped, so that it can't break an answer. */
  readonly onEvent?: (event: CacheEvent) => void;
}

/** What one process looks up once for all who ask for it meanwhile. */
interface Flight {
  waiting: number;
  readonly trip: Trip;
  readonly landed: Promise<Landing>;
}

/** How long an answer may take, in milliseconds; what takes longer goes on for those who ask next. */
const PATIENCE_MS = 7500;
/** Of unpacked JSON. */
const MEMORY_BYTES = 32 * 1024 * 1024;
/** How often an answer starts over because another process replaced what it was about to count. */
const MAX_ROUNDS = 4;

/** A cache whose every answer from a copy is counted, exactly once, in a store shared by all processes. */
export function createCountedCache(options: CountedCacheOptions): CountedCache {
  const { now = Date.now, onEvent } = options;
  const store = guardStore(options.store, now);
  const counter = createHitCounter({
    store,
    now,
    onLost: (key, count) => emit({ type: "hits-lost", key, count }),
  });
  const pauses = createPauses(now);
  const ask = createAskStore(emit);
  const lookup = createLookup({ store, counter, ask, now, emit });
  const fly = createFlights({ store, lookup, pauses, pace: createPace(), ask, now, emit });
  const flights = new Map<string, Flight>();
  const underWay = new Set<Promise<unknown>>();
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

  /** The value this process holds, if it may be answered without asking anybody for it. */
  function usable(key: string): { held: Held; stale: boolean } | undefined {
    const held = memory.get(key);
    if (!held) return undefined;
    const at = now();
    if (at < held.freshUntil) {
      const settled = held.stored || !held.storable || store.resting();
      return settled ? { held, stale: false } : undefined;
    }
    return at < held.staleUntil && pauses.current(key) !== undefined ? { held, stale: true } : undefined;
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
    const trip = newTrip();
    const landed = fly(query, { key, trip, copy, unsaved, size: () => flight.waiting })
      .then((landing) => {
        if (landing.superseded) memory.delete(key);
        else memory.set(key, landing.held);
        return landing;
      })
      .finally(() => flights.delete(key));
    const flight: Flight = { waiting: 1, trip, landed };
    flights.set(key, flight);
    return { flight, leads: true };
  }

  function answer<T>(
    { value, fetchedAt, freshUntil, stored }: Held,
    source: "origin" | "cache",
    hits: number | null,
    stale: boolean,
  ): Answer<T> {
    return { value: value as T, source, hits, stale, stored, fetchedAt, freshUntil, answeredAt: now() };
  }

  /** An answer from what is held, counted; null when the store holds another generation by now. */
  async function answerHeld<T>(
    key: string,
    held: Held,
    stale: boolean,
    trip: Trip,
  ): Promise<Answer<T> | null> {
    if (!held.stored) {
      counter.owe(key, held.generation, 1);
      return answer(held, "cache", null, stale);
    }
    const counted = await ask(key, trip, () => counter.count(key, held.generation));
    return counted === null ? null : answer(held, "cache", counted?.hits ?? null, stale);
  }

  async function answerFlight<T>(query: Query<T>, trip: Trip): Promise<Answer<T> | null> {
    const { flight, leads } = join(query);
    const { held, source, numbers, superseded } = await flight.landed.finally(() => {
      if (leads) Object.assign(trip, flight.trip);
      else trip.waited ||= flight.trip.waited;
    });
    const stale = source === "copy" && now() >= held.freshUntil;
    if (source === "origin" && leads) return answer(held, "origin", 0, false);
    if (superseded) return null;
    const hits = numbers.shift();
    return hits === undefined ? answerHeld(query.key, held, stale, trip) : answer(held, "cache", hits, stale);
  }

  async function find<T>(query: Query<T>, trip: Trip): Promise<Answer<T>> {
    const { key } = query;
    for (let round = 1; ; round++) {
      const local = usable(key);
      const answered = local
        ? await answerHeld<T>(key, local.held, local.stale, trip)
        : await answerFlight<T>(query, trip);
      if (answered) return answered;
      if (local && memory.peek(key) === local.held) memory.delete(key);
      // Superseded over and over: the value is right, only its count can't be had at once.
      if (local && round >= MAX_ROUNDS) {
        counter.owe(key, local.held.generation, 1);
        return answer(local.held, "cache", null, local.stale);
      }
    }
  }

  /** What can be said when time is over. */
  function answerLate<T>(key: string): Answer<T> {
    const copy = memory.peek(key);
    if (!copy || now() >= copy.staleUntil) throw new WaitedTooLongError();
    return answer(copy, "cache", null, now() >= copy.freshUntil);
  }

  async function get<T>(query: Query<T>, trip: Trip): Promise<Answer<T>> {
    const finding = find(query, trip);
    underWay.add(finding);
    const ended = finding.then(
      () => underWay.delete(finding),
      () => underWay.delete(finding),
    );
    void ended;
    const answered = await within(PATIENCE_MS, finding, undefined);
    return answered ?? answerLate(query.key);
  }

  return {
    async get<T>(query: Query<T>) {
      const trip = newTrip();
      let outcome: AnswerEvent["outcome"] = "failed";
      let hits: number | null = null;
      try {
        const answered = await get(query, trip);
        outcome = answered.source === "origin" ? "fetched" : answered.stale ? "stale" : "hit";
        ({ hits } = answered);
        return answered;
      } finally {
        const { waited, tookOver, storeFailed, storeMs, originMs } = trip;
        const { key } = query;
        emit({ type: "answer", key, outcome, hits, waited, tookOver, storeFailed, storeMs, originMs });
      }
    },

    async settle() {
      if (underWay.size > 0) await Promise.allSettled(underWay);
      if (!counter.idle()) await counter.settle();
    },
  };
}
