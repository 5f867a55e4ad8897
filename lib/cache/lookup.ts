import type { CacheEvent } from "./answer";
import { unpack, type Held } from "./held";
import type { HitCounter } from "./hit-counter";
import type { GuardedStore } from "./guarded-store";
import type { Counted, KeyState, StoredEntry } from "./store";
import type { AskStore, Span } from "./span";

/** What the store had to say about a key. */
export type Found =
  /** A fresh value, and the numbers of the hits that were counted for it, each null when it could not be. */
  | {
      readonly kind: "hit";
      readonly held: Held;
      /** Of the lease under which it was written. */
      readonly fence: number;
      readonly numbers: (number | null)[];
    }
  | {
      readonly kind: "miss";
      readonly state: KeyState;
      /** Of the body that stands there. */
      readonly fence: number;
      /** A value that is past its window. */
      readonly copy?: Held | undefined;
      /** A generation that counts as fresh, and whose body can't be read. */
      readonly broken?: string | undefined;
      /** The counter was too busy to say more than was known before. */
      readonly throttled?: boolean;
    }
  /** The store failed. */
  | { readonly kind: "unknown"; readonly copy?: Held | undefined };

export type Miss = Extract<Found, { kind: "miss" }>;

/** Who asks: everybody who waits for the same value in this process. */
export interface Waiters {
  readonly key: string;
  readonly span: Span;
  /** Whether a stored value has the shape that they ask for. */
  accepts(value: unknown): boolean;
  /** How many wait, the one who asks included. */
  size(): number;
}

export interface Lookup {
  /** Asks for a key; the hit is counted while the body is read, so that both cost one round trip. */
  find(waiters: Waiters): Promise<Found>;
  /** Asks again after a miss, for all who wait: most often there is nothing new, so the body is read last. */
  findAgain(waiters: Waiters, before: Miss): Promise<Found>;
}

export interface LookupOptions {
  readonly store: GuardedStore;
  readonly counter: HitCounter;
  readonly ask: AskStore;
  readonly now: () => number;
  readonly emit: (event: CacheEvent) => void;
}

/** The counter was refused for now, which says nothing of the store. */
const BUSY = "busy";

type CountedHits = Extract<Counted, { outcome: "counted" }> & { readonly count: number };

/** What is known of a key of which only the store can say who fetches it. */
const UNKNOWN_STATE: KeyState = {
  generation: null,
  freshUntil: 0,
  clearedAt: 0,
  fence: 0,
  holder: null,
  failure: null,
};

/** A stored entry that can be read and has the right shape. */
function readable({ key, accepts }: Waiters, entry: StoredEntry, at: number): Held | null {
  const held = unpack(key, entry, at);
  return held && accepts(held.value) ? held : null;
}

export function createLookup({ store, counter, ask, now, emit }: LookupOptions): Lookup {
  /** Brings together what was counted and what was read. */
  async function match(
    waiters: Waiters,
    at: number,
    counted: CountedHits,
    read: StoredEntry | null | undefined,
  ): Promise<Found> {
    const { key, span } = waiters;
    const { generation, hits, count } = counted;
    let entry = read;
    if (entry?.generation !== generation) {
      // The plain read failed, or lags behind a write that the counter has seen.
      entry = await ask(key, span, () => store.read(key, { consistent: true }));
    }
    const held = entry ? readable(waiters, entry, now()) : null;
    // A counter that says fresh where the body does not was not written by a fetch.
    if (held && held.generation === generation && at < held.freshUntil) {
      const numbers = Array.from({ length: count }, (_, index) => hits && hits - count + index + 1);
      return { kind: "hit", held, fence: entry?.fence ?? 0, numbers };
    }
    // What was counted is not what is answered: it ended meanwhile, or its body is lost.
    counter.owe(key, generation ?? "", -count);
    if (entry === undefined) return { kind: "unknown" };
    if (!held) emit({ type: "unreadable", key });
    return {
      kind: "miss",
      state: UNKNOWN_STATE,
      fence: entry?.fence ?? 0,
      broken: generation ?? undefined,
    };
  }

  /** What is read where the counter can't be asked; its hits are delivered later. */
  function uncounted(
    { key }: Waiters,
    at: number,
    held: Held | null,
    fence: number,
    count: number,
  ): Found | undefined {
    if (!held || at >= held.freshUntil) return undefined;
    counter.owe(key, held.generation, count);
    return { kind: "hit", held, fence, numbers: new Array<null>(count).fill(null) };
  }

  return {
    async find(waiters) {
      const { key, span } = waiters;
      const at = now();
      const reading = ask(key, span, () => store.read(key, { consistent: false }));
      // Of a store that may be back, only one request tries.
      if (store.recovering()) await reading;
      const [counted, entry] = await Promise.all([
        ask(key, span, () => counter.countFresh(key, { freshAt: at }, () => 1), BUSY),
        reading,
      ]);
      const known = counted === BUSY ? undefined : counted;
      if (known?.outcome === "counted") return match(waiters, at, known, entry);

      const held = entry ? readable(waiters, entry, at) : null;
      if (entry && !held) emit({ type: "unreadable", key });
      const copy = held ?? undefined;
      const fence = entry?.fence ?? 0;
      if (known) return { kind: "miss", state: known.state, fence, copy };
      const hit = uncounted(waiters, at, held, fence, 1);
      if (hit) return hit;
      // A counter that is only throttled may still say who fetches.
      return counted === BUSY
        ? { kind: "miss", state: UNKNOWN_STATE, fence, copy }
        : { kind: "unknown", copy };
    },

    async findAgain(waiters, before) {
      const { key, span } = waiters;
      const at = now();
      const target = { freshAt: at, except: before.broken };
      const counted = await ask(key, span, () => counter.countFresh(key, target, () => waiters.size()), BUSY);
      if (counted === BUSY) {
        // Somebody may be fetching still. The body is in a partition of its own, which takes reads.
        const entry = await ask(key, span, () => store.read(key, { consistent: false }));
        const held = entry && entry.generation !== before.broken ? readable(waiters, entry, at) : null;
        const hit = uncounted(waiters, at, held, entry?.fence ?? 0, waiters.size());
        return hit ?? { ...before, throttled: true };
      }
      if (!counted) return { kind: "unknown", copy: before.copy };
      if (counted.outcome === "refused") return { ...before, state: counted.state, throttled: false };
      const found = await match(waiters, at, counted, undefined);
      return found.kind === "hit" ? found : { ...found, copy: before.copy };
    },
  };
}
