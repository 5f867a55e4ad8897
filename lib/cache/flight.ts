import { randomUUID } from "node:crypto";

import { WaitedTooLongError, type CacheEvent, type Query } from "./answer";
import { encodeBody } from "./codec";
import { LONGEST_STALE_MS, type Held } from "./held";
import { createLeaseWatch } from "./lease-watch";
import type { Found, Lookup, Miss, Waiters } from "./lookup";
import type { Backoff } from "./backoff";
import type { PollSchedule } from "./poll-schedule";
import { LONGEST_LEAD_MS, type CacheStore, type Failure, type Lease, type LeaseBid } from "./store";
import type { AskStore } from "./span";
import { sleep } from "./timers";

/** What a process found out about a key, for all who wait for it. */
export interface FlightResult {
  readonly held: Held;
  /** `store` and `memory`: a fresh value; `copy`: one that is answered because the origin failed. */
  readonly source: "store" | "origin" | "copy" | "memory";
  /** The hits that were counted for those who wait; null where one could not be. The others count themselves. */
  readonly numbers: (number | null)[];
  /** Another process has published a newer entry: this one is not to be kept. */
  readonly superseded: boolean;
}

export interface FlightOptions {
  readonly store: CacheStore;
  readonly lookup: Lookup;
  readonly backoff: Backoff;
  readonly schedule: PollSchedule;
  readonly ask: AskStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic: () => number;
  readonly emit: (event: CacheEvent) => void;
}

/** Who waits, and what this process holds of the key. */
export interface FlightContext extends Waiters {
  /** A fresh value that the store does not have yet. */
  readonly unsaved?: Held | undefined;
  /** What may be answered when nothing better comes: the value this process had last, or what the store has. */
  copy?: Held | undefined;
  /** What was fetched, as soon as it is there. */
  fetched?: Held | undefined;
}

/** How long one process waits for others, in milliseconds: for the lease of one that died, and for a fetch after it. */
const LONGEST_WAIT_MS = 7400;
/** So long after its fetch a value may be answered when the origin fails, if nothing else is said of it. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** Between attempts to have the store take what it has not taken, in milliseconds. */
const SAVE_PAUSE_MS = 1000;
/** How often the store is asked at once, in answer to what it said, before it is given time. */
const MAX_IMMEDIATE = 3;
/** How often it may be too busy to say who fetches, and how often to say what is new. */
const MAX_REFUSALS = 3;
/** How many may have the lease one after the other and leave no entry: one that dies, and who takes over. */
const MAX_HOLDERS = 2;
/** What the origin takes at most, in milliseconds. */
const LONGEST_FETCH_MS = 4000;
/** DynamoDB's limit for an item is 400 KB. */
const MAX_BODY_BYTES = 300 * 1024;

const resultOf = (
  held: Held,
  source: FlightResult["source"],
  numbers: (number | null)[] = [],
): FlightResult => ({
  held,
  source,
  numbers,
  superseded: false,
});

/** A copy, unless an operator has had what was fetched until then cleared. */
const unlessCleared = (copy: Held | undefined, found: Found): Held | undefined =>
  found.kind === "miss" && copy && copy.fetchedAt <= found.state.clearedAt ? undefined : copy;

/**
 * Makes the way in which one process finds the value of a key that it does not hold: in the store, or from the
 * origin under a lease that only one process can have, or from the one who has it.
 */
export function createFlights(options: FlightOptions) {
  const { store, lookup, backoff, schedule, ask, now, monotonic, emit } = options;
  const holder = randomUUID();

  /** The time, or just above the fences there are where a faster clock has set them. */
  function fenceAbove(...fences: number[]): number {
    return Math.max(now(), ...fences.filter((one) => one <= now() + LONGEST_LEAD_MS).map((one) => one + 1));
  }

  async function fetchEntry<T>(query: Query<T>, { span }: Waiters): Promise<Held> {
    const { key, windowMs, staleMs, fetch } = query;
    span.origin.start();
    try {
      const value = await fetch();
      const fetchedAt = now();
      const window = windowMs(value);
      const stale = staleMs?.(value) ?? Math.max(STALE_MS - window, window);
      backoff.succeeded(key);
      return {
        generation: randomUUID(),
        fetchedAt,
        freshUntil: fetchedAt + window,
        staleUntil: fetchedAt + Math.min(window + stale, LONGEST_STALE_MS),
        value,
        bytes: Buffer.byteLength(JSON.stringify(value)),
        stored: false,
        storable: true,
        saveAt: monotonic() + SAVE_PAUSE_MS,
      };
    } catch (error) {
      emit({ type: "origin-failed", key, error });
      throw error;
    } finally {
      span.origin.stop();
    }
  }

  /** The copy there is, when the origin can't be asked; else why it can't. */
  function fallBack(copy: Held | undefined, error: unknown): FlightResult {
    if (!copy || now() >= copy.staleUntil) throw error;
    return resultOf(copy, "copy");
  }

  /**
   * Writes what is held to the store, and gives the lease back.
   *
   * @returns whether the store has, or is about to have, another's newer entry
   */
  async function save(key: string, held: Held, lease: Lease, { span }: Waiters): Promise<boolean> {
    const { generation, fetchedAt, freshUntil, staleUntil } = held;
    const entry = { generation, fetchedAt, freshUntil, staleUntil, fence: lease.fence };
    const body = encodeBody(key, held.value);
    held.storable = body.byteLength <= MAX_BODY_BYTES;
    held.saveAt = monotonic() + SAVE_PAUSE_MS;
    const written = held.storable && (await ask(key, span, () => store.writeBody(key, { ...entry, body })));
    const published = written ? await ask(key, span, () => store.publish(key, entry, lease)) : undefined;
    if (published) {
      held.stored = true;
      if (published.damaged) emit({ type: "count-damaged", key });
      if (published.ended !== null) emit({ type: "window-ended", key, hits: published.ended });
      return false;
    }
    // All others would wait for a lease that is kept.
    await ask(key, span, () => store.release(key, lease, null));
    return held.storable && (written === false || published === null);
  }

  async function learnCoolDown({ key, span }: Waiters): Promise<void> {
    backoff.learnCoolDown((await ask(key, span, () => store.readCoolDown())) ?? null);
  }

  /** Tells all others that the origin failed, and gives the lease back. */
  async function tell(key: string, error: unknown, lease: Lease, before: Failure | null, { span }: Waiters) {
    const told = backoff.failed(key, error, before);
    if ("failure" in told) {
      await ask(key, span, () => store.release(key, lease, told.failure));
      return;
    }
    emit({ type: "cool-down", until: told.coolDown.until });
    await ask(key, span, () => store.coolDown(told.coolDown));
    await ask(key, span, () => store.release(key, lease, null));
  }

  /**
   * The only fetch there is in all processes, unless a holder before died.
   *
   * @param certain whether the lease was had; of one whose answer got lost nobody knows
   */
  async function fetchUnderLease<T>(
    query: Query<T>,
    context: FlightContext,
    bid: LeaseBid,
    miss: Miss,
    certain: boolean,
  ): Promise<FlightResult> {
    const { key } = query;
    const { span, unsaved, copy } = context;
    const giveBack = () => ask(key, span, () => store.release(key, bid, null));
    const saveUnderLease = async (held: Held) => {
      // Whose lease it is has to be known before anything is written: it would take the entry from its holder.
      const isOurs = certain || (await ask(key, span, () => store.acquire(key, bid)))?.outcome === "acquired";
      if (isOurs) return save(key, held, bid, context);
      await giveBack();
      return false;
    };
    if (unsaved) return { ...resultOf(unsaved, "memory"), superseded: await saveUnderLease(unsaved) };
    await learnCoolDown(context);
    const paused = backoff.current(key);
    if (paused !== undefined) {
      await giveBack();
      return fallBack(copy, paused);
    }
    let held: Held;
    try {
      held = await fetchEntry(query, context);
    } catch (error) {
      await tell(key, error, bid, miss.state.failure, context);
      return fallBack(copy, error);
    }
    schedule.learn(held.fetchedAt - bid.fence);
    // Whose time is over while the store takes it is answered with it all the same.
    context.copy = held;
    context.fetched = held;
    return { ...resultOf(held, "origin"), superseded: await saveUnderLease(held) };
  }

  /** What the store can't take just now is not offered with every answer. */
  function keep(unsaved: Held): FlightResult {
    unsaved.saveAt = monotonic() + SAVE_PAUSE_MS;
    return resultOf(unsaved, "memory");
  }

  /** The store fails, so this process is on its own: one fetch per window all the same, since it keeps it. */
  async function fetchAlone<T>(query: Query<T>, context: FlightContext): Promise<FlightResult> {
    const { unsaved, copy } = context;
    if (unsaved) return keep(unsaved);
    const paused = backoff.current(query.key);
    if (paused !== undefined) return fallBack(copy, paused);
    try {
      return resultOf(await fetchEntry(query, context), "origin");
    } catch (error) {
      backoff.failed(query.key, error, null);
      return fallBack(copy, error);
    }
  }

  /** The store answers, but can't say who fetches or takes no entry: what it says of the origin is heeded all the same. */
  async function fetchUnleased<T>(query: Query<T>, context: FlightContext): Promise<FlightResult> {
    await learnCoolDown(context);
    return fetchAlone(query, context);
  }

  /** @throws whatever the origin failed with, when there is no copy */
  return async function runFlight<T>(query: Query<T>, context: FlightContext): Promise<FlightResult> {
    const { key } = query;
    const { span } = context;
    const started = performance.now();
    const isDead = createLeaseWatch(now);
    const isOver = (inMs = 0) => performance.now() - started + inMs > LONGEST_WAIT_MS;
    /** Fences of the leases that others had. */
    const holders = new Set<number>();
    let found: Found = await lookup.find(context);
    for (let polls = 0, immediate = 0, refusals = 0, blind = 0; ; immediate++) {
      if (immediate > MAX_IMMEDIATE) await sleep(schedule.delay(immediate - MAX_IMMEDIATE));
      if (found.kind === "hit") {
        if (polls > 0) schedule.learn(found.held.fetchedAt - found.fence);
        return resultOf(found.held, "store", found.numbers);
      }
      context.copy = unlessCleared(found.copy ?? context.copy, found);
      if (found.kind === "unknown") return fetchAlone(query, context);

      if (found.throttled) blind += 1;
      const { state, broken } = found;
      backoff.learnFailure(key, state.failure);
      const paused = context.unsaved ? undefined : backoff.current(key);
      if (paused !== undefined) return fallBack(context.copy, paused);
      if (isOver()) return fallBack(context.copy, new WaitedTooLongError());

      if (now() < state.freshUntil && state.generation !== broken) {
        // What is fresh can neither be counted nor read: there is nobody to wait for.
        if (blind > MAX_REFUSALS) return fetchUnleased(query, context);
        found = await lookup.findAgain(context, found);
        continue;
      }
      const dead = isDead(state);
      if (state.holder !== null && state.holder !== holder && !dead) {
        // Who has the value need not wait for it.
        if (context.unsaved) return keep(context.unsaved);
        // What they fetch does not get into the store: to wait for one after the other takes longer than anybody has.
        if (holders.add(state.fence).size > MAX_HOLDERS) return fetchUnleased(query, context);
        span.waited = true;
        // To save it takes as many requests as it took to learn who fetches.
        const fetch = { sinceMs: now() - state.fence, saveMs: span.store.ms() };
        const delay = schedule.delay(polls, fetch);
        // Who is told nothing may not hear of the end, so this leaves the time to fetch.
        if (blind > MAX_REFUSALS && isOver(delay + LONGEST_FETCH_MS)) return fetchUnleased(query, context);
        if (isOver(delay)) return fallBack(context.copy, new WaitedTooLongError());
        await sleep(delay);
        polls += 1;
        immediate = 0;
        found = await lookup.findAgain(context, found);
        continue;
      }
      const bid = {
        holder,
        fence: fenceAbove(state.fence, found.fence),
        now: now(),
        dead: dead ? state.fence : undefined,
        fetched: context.unsaved !== undefined,
        replacing: broken,
      };
      const leased = await ask(key, span, () => store.acquire(key, bid), "busy");
      if (leased === "busy") {
        if (context.unsaved) return keep(context.unsaved);
        refusals += 1;
        if (refusals > MAX_REFUSALS) return fetchUnleased(query, context);
        await sleep(schedule.delay(refusals));
        found = await lookup.findAgain(context, found);
        continue;
      }
      // Where the answer got lost it may be ours: not to give it back would keep all others waiting for nobody.
      if (!leased || leased.outcome === "acquired") {
        span.tookOver = dead && leased !== undefined;
        return fetchUnderLease(query, context, bid, found, leased !== undefined);
      }
      found = { ...found, state: leased.state };
    }
  };
}
