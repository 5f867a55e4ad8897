import { randomBytes } from "node:crypto";

import { LRUCache } from "lru-cache";

import { KEPT_MS } from "./additions";
import { StoreError, type CacheStore, type Counted, type HitTarget, type AdditionId } from "./store";

/** Keys for which hits wait to be delivered. */
const MAX_OWING = 10_000;
/** After a delivery that failed, in milliseconds. */
const DELIVERY_PAUSE_MS = 500;
/** How many of them one call of `settle` serves. */
const MAX_SETTLED = 100;
/** How many generations of one key hits are owed to; those of older ones are owed to the total. */
const MAX_GENERATIONS = 4;
/** Stands for the generations that have ended, whichever they were. */
const ENDED = "";

export interface CountedHit {
  /** Which hit of its generation it is; null when that can't be told any more. */
  readonly hits: number | null;
}

interface Waiter {
  resolve(counted: CountedHit | null): void;
  reject(error: unknown): void;
}

/** What this process has to say to one key's counter: one addition at a time. */
interface KeyQueue {
  /** The addition that is under way, and those that wait for their turn. */
  turn: Promise<unknown>;
  turns: number;
  /** Hits that wait for the next turn, by generation. */
  readonly waiting: Map<string, Waiter[]>;
  /** Hits that were answered without being counted, by generation; below 0: counted without being answered. */
  readonly owed: Map<string, number>;
  /** An addition of which nobody knows whether it was made. */
  inDoubt?: { readonly sequence: number; readonly count: number; readonly generation: string } | undefined;
}

export interface HitCounter {
  /**
   * Counts one hit of a generation. Those that come together share one request to the store (a DynamoDB
   * partition takes 1000 writes a second) and still get a number each.
   *
   * @returns null when the store holds that generation no longer
   * @throws {StoreError} when the store fails; the hit is owed then
   */
  count(key: string, generation: string): Promise<CountedHit | null>;
  /**
   * Counts hits of whichever generation is fresh.
   *
   * @throws {StoreError} when the store fails; nothing is owed then
   */
  countFresh(
    key: string,
    target: Extract<HitTarget, { freshAt: number }>,
    count: () => number,
  ): Promise<Counted & { count: number }>;
  /**
   * Remembers hits that were answered and not counted, or (below 0) counted and not answered. The latter come off the
   * total of the windows that have ended: numbers of this one are never given twice.
   */
  owe(key: string, generation: string, count: number): void;
  /** Waits for what is under way, delivers what is owed as far as the store can take it now, and tidies up. */
  settle(): Promise<void>;
  /** Whether nothing is under way or left to do. */
  idle(): boolean;
  /** How many hits have to be delivered, or found to have been. */
  owed(): number;
}

export interface HitCounterOptions {
  readonly store: Pick<CacheStore, "addHits" | "voidAddition" | "forgetAdditions">;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic: () => number;
  /** Hears of hits that were owed and can't be kept any longer. */
  readonly onLost: (key: string, count: number) => void;
}

/** A counter of this process's hits in the store that all processes share. */
export function createHitCounter({ store, now, monotonic, onLost }: HitCounterOptions): HitCounter {
  // Short, since it is part of the item whose size a hit is charged for.
  const by = randomBytes(5).readUIntBE(0, 5).toString(36);
  const queues = new Map<string, KeyQueue>();
  const owing = new LRUCache<string, KeyQueue>({
    max: MAX_OWING,
    dispose(queue, key, reason) {
      if (reason !== "evict") return;
      const count = debtOf(queue);
      queue.owed.clear();
      queue.inDoubt = undefined;
      onLost(key, count);
    },
  });
  /** Keys with additions that are to be forgotten. */
  const prunable = new LRUCache<string, readonly AdditionId[]>({ max: MAX_SETTLED });
  let sequence = 0;
  let deliverAt = -Infinity;
  const settling: { current: Promise<void>; next: Promise<void> | undefined } = {
    current: Promise.resolve(),
    next: undefined,
  };

  function queueOf(key: string): KeyQueue {
    const known = queues.get(key) ?? owing.get(key);
    const queue = known ?? { turn: Promise.resolve(), turns: 0, waiting: new Map(), owed: new Map() };
    queues.set(key, queue);
    return queue;
  }

  /** Runs `work` when what was begun for the key before has ended. */
  function inTurn<T>(key: string, queue: KeyQueue, work: () => Promise<T>): Promise<T> {
    queue.turns += 1;
    const turn = queue.turn.then(work).finally(() => {
      queue.turns -= 1;
      if (queue.turns > 0) return;
      queues.delete(key);
      if (queue.owed.size > 0 || queue.inDoubt) owing.set(key, queue);
      else owing.delete(key);
    });
    queue.turn = turn.catch(() => undefined);
    return turn;
  }

  /** Hits that are in doubt are owed as well, unless nobody was answered with them. */
  const debtOf = ({ owed, inDoubt }: KeyQueue) =>
    Math.max(
      [...owed.values()].reduce((sum, count) => sum + Math.abs(count), 0),
      inDoubt?.count ?? 0,
    );

  function note(queue: KeyQueue, generation: string, count: number): void {
    const owed = (queue.owed.get(generation) ?? 0) + count;
    if (owed === 0) queue.owed.delete(generation);
    else queue.owed.set(generation, owed);
    if (queue.owed.size <= MAX_GENERATIONS) return;
    // While the store is away every window leaves a generation behind.
    const [oldest] = [...queue.owed.keys()].filter((one) => one !== ENDED);
    if (oldest !== undefined) move(queue, oldest, queue.owed.get(oldest) ?? 0);
  }

  /** What was owed to a generation is owed to those that have ended. */
  function move(queue: KeyQueue, generation: string, owed: number): void {
    note(queue, generation, -owed);
    note(queue, ENDED, owed);
  }

  const next = () => (sequence = Math.max(sequence + 1, now()));

  /** Finds out what became of an addition whose answer got lost. */
  async function resolveInDoubt(key: string, queue: KeyQueue): Promise<void> {
    if (!queue.inDoubt) return;
    const { sequence: inDoubtSequence, count, generation } = queue.inDoubt;
    const fate = await store.voidAddition(key, { by, sequence: inDoubtSequence });
    if (fate === "forgotten") {
      onLost(key, count);
      // Where it is this process's clock that is behind, the next ones are to be known.
      sequence = Math.max(sequence, now()) + KEPT_MS;
    }
    if (fate !== "never made") note(queue, generation, -count);
    queue.inDoubt = undefined;
  }

  async function add(key: string, queue: KeyQueue, target: HitTarget, count: number): Promise<Counted> {
    const addition = { count, by, sequence: next() };
    try {
      const counted = await store.addHits(key, target, addition);
      if (counted.outcome === "counted" && counted.outdated.length > 0) prunable.set(key, counted.outdated);
      return counted;
    } catch (error) {
      if (error instanceof StoreError && (error.reason === "failed" || error.reason === "forgotten")) {
        const generation = typeof target === "object" && "generation" in target ? target.generation : ENDED;
        queue.inDoubt = { sequence: addition.sequence, count, generation };
      }
      throw error;
    }
  }

  /** One addition for all who wait and for what is owed to the same generation. */
  async function countWaiting(key: string, queue: KeyQueue, generation: string): Promise<void> {
    const waiters = queue.waiting.get(generation) ?? [];
    queue.waiting.delete(generation);
    try {
      await resolveInDoubt(key, queue);
      let owed = queue.owed.get(generation) ?? 0;
      if (owed < 0) {
        // Numbers above what would be left have been given to others.
        move(queue, generation, owed);
        owed = 0;
      }
      if (waiters.length === 0 && owed === 0) return;
      const counted = await add(key, queue, { generation }, waiters.length + owed);
      if (counted.outcome === "refused") {
        // Its window has ended, and its count was added to those before it.
        move(queue, generation, owed);
        for (const { resolve } of waiters) resolve(null);
        return;
      }
      note(queue, generation, -owed);
      const { hits } = counted;
      waiters.forEach(({ resolve }, index) =>
        resolve({ hits: hits === null ? null : hits - waiters.length + index + 1 }),
      );
    } catch (error) {
      note(queue, generation, waiters.length);
      for (const { reject } of waiters) reject(error);
      throw error;
    }
  }

  /** Does the next of what has to be done to deliver what one key is owed. */
  async function deliverNext(key: string, queue: KeyQueue): Promise<"more" | "done" | "failed"> {
    try {
      if (queue.inDoubt) {
        await resolveInDoubt(key, queue);
        return "more";
      }
      const generation = [...queue.owed.keys()].find((one) => one !== ENDED);
      if (generation !== undefined) {
        await countWaiting(key, queue, generation);
        return "more";
      }
      const owed = queue.owed.get(ENDED) ?? 0;
      if (owed === 0) return "done";
      const told = await add(key, queue, "ended", owed);
      // A total that is no number takes nothing until the next entry sets it anew.
      if (told.outcome === "counted") note(queue, ENDED, -owed);
      return "done";
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return "failed";
    }
  }

  /** Delivers what one key is owed, in turns between which hits that are waited for are counted. */
  async function deliver(key: string): Promise<"done" | "failed"> {
    for (;;) {
      const queue = queueOf(key);
      const delivered = await inTurn(key, queue, () => deliverNext(key, queue));
      if (delivered !== "more") return delivered;
    }
  }

  /** Has additions forgotten. It is only about size: where that fails, whoever counts next finds them again. */
  async function tidyAll(): Promise<void> {
    const found = [...prunable];
    prunable.clear();
    await Promise.all(
      found.map(([key, outdated]) =>
        store.forgetAdditions(key, outdated).catch((error: unknown) => {
          if (!(error instanceof StoreError)) throw error;
        }),
      ),
    );
  }

  async function deliverAll(): Promise<void> {
    await Promise.all([...queues.values()].map(({ turn }) => turn));
    if (monotonic() < deliverAt) return;
    // Those first that have waited longest: one that can't be served comes last the next time.
    const keys = [...owing.rkeys()].slice(0, MAX_SETTLED);
    const delivered = await Promise.all(keys.map(deliver));
    // A store that has no room for this is not asked again with every answer.
    if (delivered.includes("failed")) deliverAt = monotonic() + DELIVERY_PAUSE_MS;
    else await tidyAll();
  }

  return {
    count(key, generation) {
      const queue = queueOf(key);
      return new Promise((resolve, reject) => {
        const waiting = queue.waiting.get(generation);
        if (waiting) {
          waiting.push({ resolve, reject });
          return;
        }
        queue.waiting.set(generation, [{ resolve, reject }]);
        void inTurn(key, queue, () => countWaiting(key, queue, generation));
      });
    },

    countFresh(key, target, count) {
      const queue = queueOf(key);
      return inTurn(key, queue, async () => {
        await resolveInDoubt(key, queue);
        const counting = count();
        return { ...(await add(key, queue, target, counting)), count: counting };
      });
    },

    owe(key, generation, count) {
      const queue = queueOf(key);
      void inTurn(key, queue, async () => note(queue, generation, count));
    },

    settle() {
      // Many may wait for this at once: one delivery serves those who come before it begins.
      const begin = () => {
        settling.current = settling.next ?? settling.current;
        settling.next = undefined;
        return deliverAll();
      };
      settling.next ??= settling.current.then(begin, begin);
      return settling.next;
    },

    idle: () => queues.size === 0 && owing.size === 0 && prunable.size === 0,

    owed: () => [...owing.values()].reduce((sum, queue) => sum + debtOf(queue), 0),
  };
}
