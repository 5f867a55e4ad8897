import { randomUUID } from "node:crypto";

import { WaitedTooLongError, type CacheEvent, type Query } from "./answer";
import { encodeBody } from "./codec";
import { LONGEST_STALE_MS, type Held } from "./held";
import type { Found, Lookup, Miss, Party } from "./lookup";
import type { Pauses } from "./pauses";
import { LONGEST_LEAD_MS, type CacheStore, type Failure, type Lease, type LeaseBid } from "./store";
import type { AskStore } from "./trip";
import { createLeaseWatch, type Pace } from "./waiting";
import { sleep } from "./wait";

/** What a process found out about a key, for all who wait for it. */
export interface Landing {
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
  readonly pauses: Pauses;
  readonly pace: Pace;
  readonly ask: AskStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic: () => number;
  readonly emit: (event: CacheEvent) => void;
}

/** Who waits, and what this process holds of the key. */
export interface Passenger extends Party {
  /** A fresh value that the store does not have yet. */
  readonly unsaved?: Held | undefined;
  /** What may be answered when nothing better comes: the value this process had last, or what the store has. */
  copy?: Held | undefined;
}

/** How long one process waits for others, in milliseconds: for the lease of one that died, and for a fetch after it. */
const LONGEST_WAIT_MS = 7400;
/** So long after its fetch a value may be answered when the origin fails, if nothing else is said of it. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** Between attempts to have the store take what it has not taken, in milliseconds. */
const SAVE_PAUSE_MS = 1000;
/** How often the store is asked at once, in answer to what it said, before it is given time. */
const MAX_RUSHES = 3;
/** How often it may be too busy to say who fetches. */
const MAX_REFUSALS = 3;
/** DynamoDB's limit for an item is 400 KB. */
const MAX_BODY_BYTES = 300 * 1024;

const landing = (held: Held, source: Landing["source"], numbers: (number | null)[] = []): Landing => ({
  held,
  source,
  numbers,
  superseded: false,
});

/**
 * Makes the way in which one process finds the value of a key that it does not hold: in the store, or from the
 * origin under a lease that only one process can have, or from the one who has it.
 */
export function createFlights(options: FlightOptions) {
  const { store, lookup, pauses, pace, ask, now, monotonic, emit } = options;
  const holder = randomUUID();

  /** The time, or just above the fences there are where a faster clock has set them. */
  function fenceAbove(...fences: number[]): number {
    return Math.max(now(), ...fences.filter((one) => one <= now() + LONGEST_LEAD_MS).map((one) => one + 1));
  }

  async function fetchEntry<T>(query: Query<T>, { trip }: Party): Promise<Held> {
    const { key, windowMs, staleMs, fetch } = query;
    trip.origin.start();
    try {
      const value = await fetch();
      const fetchedAt = now();
      const window = windowMs(value);
      const stale = staleMs?.(value) ?? Math.max(STALE_MS - window, window);
      pauses.succeeded(key);
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
      trip.origin.stop();
    }
  }

  /** The copy there is, when the origin can't be asked; else why it can't. */
  function fallBack(copy: Held | undefined, error: unknown): Landing {
    if (!copy || now() >= copy.staleUntil) throw error;
    return landing(copy, "copy");
  }

  /**
   * Writes what is held to the store, and gives the lease back.
   *
   * @returns whether the store has, or is about to have, another's newer entry
   */
  async function save(key: string, held: Held, lease: Lease, { trip }: Party): Promise<boolean> {
    const { generation, fetchedAt, freshUntil, staleUntil } = held;
    const entry = { generation, fetchedAt, freshUntil, staleUntil, fence: lease.fence };
    const body = encodeBody(key, held.value);
    held.storable = body.byteLength <= MAX_BODY_BYTES;
    held.saveAt = monotonic() + SAVE_PAUSE_MS;
    const written = held.storable && (await ask(key, trip, () => store.writeBody(key, { ...entry, body })));
    const published = written ? await ask(key, trip, () => store.publish(key, entry, lease)) : undefined;
    if (published) {
      held.stored = true;
      if (published.damaged) emit({ type: "count-damaged", key });
      if (published.ended !== null) emit({ type: "window-ended", key, hits: published.ended });
      return false;
    }
    // All others would wait for a lease that is kept.
    await ask(key, trip, () => store.release(key, lease, null));
    return held.storable && (written === false || published === null);
  }

  /** Tells all others that the origin failed, and gives the lease back. */
  async function tell(key: string, error: unknown, lease: Lease, before: Failure | null, { trip }: Party) {
    const told = pauses.failed(key, error, before);
    if ("failure" in told) {
      await ask(key, trip, () => store.release(key, lease, told.failure));
      return;
    }
    emit({ type: "cool-down", until: told.coolDown.until });
    await ask(key, trip, () => store.coolDown(told.coolDown));
    await ask(key, trip, () => store.release(key, lease, null));
  }

  /**
   * The only fetch there is in all processes, unless a holder before died.
   *
   * @param certain whether the lease was had; of one whose answer got lost nobody knows
   */
  async function fetchUnderLease<T>(
    query: Query<T>,
    party: Passenger,
    bid: LeaseBid,
    miss: Miss,
    certain: boolean,
  ): Promise<Landing> {
    const { key } = query;
    const { trip, unsaved, copy } = party;
    const giveBack = () => ask(key, trip, () => store.release(key, bid, null));
    const saveUnderLease = async (held: Held) => {
      // Whose lease it is has to be known before anything is written: it would take the entry from its holder.
      const isOurs = certain || (await ask(key, trip, () => store.acquire(key, bid)))?.outcome === "acquired";
      if (isOurs) return save(key, held, bid, party);
      await giveBack();
      return false;
    };
    if (unsaved) return { ...landing(unsaved, "memory"), superseded: await saveUnderLease(unsaved) };
    pauses.learnCoolDown((await ask(key, trip, () => store.readCoolDown())) ?? null);
    const paused = pauses.current(key);
    if (paused !== undefined) {
      await giveBack();
      return fallBack(copy, paused);
    }
    let held: Held;
    try {
      held = await fetchEntry(query, party);
    } catch (error) {
      await tell(key, error, bid, miss.state.failure, party);
      return fallBack(copy, error);
    }
    pace.learn(held.fetchedAt - bid.fence);
    return { ...landing(held, "origin"), superseded: await saveUnderLease(held) };
  }

  /** What the store can't take just now is not offered with every answer. */
  function keep(unsaved: Held): Landing {
    unsaved.saveAt = monotonic() + SAVE_PAUSE_MS;
    return landing(unsaved, "memory");
  }

  /** The store fails, so this process is on its own: one fetch per window all the same, since it keeps it. */
  async function fetchAlone<T>(query: Query<T>, party: Passenger): Promise<Landing> {
    const { unsaved, copy } = party;
    if (unsaved) return keep(unsaved);
    const paused = pauses.current(query.key);
    if (paused !== undefined) return fallBack(copy, paused);
    try {
      return landing(await fetchEntry(query, party), "origin");
    } catch (error) {
      pauses.failed(query.key, error, null);
      return fallBack(copy, error);
    }
  }

  /** @throws whatever the origin failed with, when there is no copy */
  return async function fly<T>(query: Query<T>, party: Passenger): Promise<Landing> {
    const { key } = query;
    const { trip } = party;
    const started = performance.now();
    const isDead = createLeaseWatch(now);
    const isOver = (inMs = 0) => performance.now() - started + inMs > LONGEST_WAIT_MS;
    let found: Found = await lookup.find(party);
    for (let looks = 0, rushes = 0, refusals = 0; ; rushes++) {
      if (rushes > MAX_RUSHES) await sleep(pace.delay(rushes - MAX_RUSHES));
      if (found.kind === "hit") {
        if (looks > 0) pace.learn(found.held.fetchedAt - found.fence);
        return landing(found.held, "store", found.numbers);
      }
      party.copy = found.copy ?? party.copy;
      if (found.kind === "unknown") return fetchAlone(query, party);

      const { state, broken } = found;
      pauses.learnFailure(key, state.failure);
      const paused = party.unsaved ? undefined : pauses.current(key);
      if (paused !== undefined) return fallBack(party.copy, paused);
      if (isOver()) return fallBack(party.copy, new WaitedTooLongError());

      if (now() < state.freshUntil && state.generation !== broken) {
        found = await lookup.findAgain(party, found);
        continue;
      }
      const dead = isDead(state);
      if (state.holder !== null && state.holder !== holder && !dead) {
        // Who has the value need not wait for it.
        if (party.unsaved) return keep(party.unsaved);
        trip.waited = true;
        const delay = pace.delay(looks, now() - state.fence);
        if (isOver(delay)) return fallBack(party.copy, new WaitedTooLongError());
        await sleep(delay);
        looks += 1;
        rushes = 0;
        found = await lookup.findAgain(party, found);
        continue;
      }
      const bid = {
        holder,
        fence: fenceAbove(state.fence, found.fence),
        now: now(),
        dead: dead ? state.fence : undefined,
        fetched: party.unsaved !== undefined,
        replacing: broken,
      };
      const leased = await ask(key, trip, () => store.acquire(key, bid), "busy");
      if (leased === "busy") {
        if (party.unsaved) return keep(party.unsaved);
        refusals += 1;
        if (refusals > MAX_REFUSALS) return fetchAlone(query, party);
        await sleep(pace.delay(refusals));
        found = await lookup.findAgain(party, found);
        continue;
      }
      // Where the answer got lost it may be ours: not to give it back would keep all others waiting for nobody.
      if (!leased || leased.outcome === "acquired") {
        trip.tookOver = dead && leased !== undefined;
        return fetchUnderLease(query, party, bid, found, leased !== undefined);
      }
      found = { ...found, state: leased.state };
    }
  };
}
