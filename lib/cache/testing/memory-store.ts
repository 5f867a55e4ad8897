import { outdated, voided } from "../additions";
import {
  LONGEST_LEAD_MS,
  LONGEST_PAUSE_MS,
  StoreError,
  type CacheStore,
  type CoolDown,
  type Failure,
  type Generation,
  type HitTarget,
  type KeyState,
  type StoredEntry,
} from "../store";

/** What is known of a key, as in the counter's item of the real table. */
interface Counter {
  entry: Generation | null;
  hits: number;
  endedHits: number;
  /** Of the window before this one. */
  lastHits: number | null;
  fence: number;
  holder: string | null;
  failure: Failure | null;
  /** The newest addition by each process and what the count was after it. */
  readonly additions: Map<string, { sequence: number; hits: number }>;
  /** The newest addition that is forgotten. */
  forgotten: number;
}

/** A store in this process alone, which is also the shortest statement of what a store does. */
export function createMemoryStore(): CacheStore & {
  /** Hits of the generation that is counted and of all that have ended. */
  hits(key: string): { current: number; ended: number };
} {
  const bodies = new Map<string, StoredEntry>();
  const counters = new Map<string, Counter>();
  let coolDown: CoolDown | null = null;

  function counterOf(key: string): Counter {
    const known = counters.get(key);
    if (known) return known;
    const counter: Counter = {
      entry: null,
      hits: 0,
      endedHits: 0,
      lastHits: null,
      fence: 0,
      holder: null,
      failure: null,
      additions: new Map(),
      forgotten: -Infinity,
    };
    counters.set(key, counter);
    return counter;
  }

  const state = ({ entry, fence, holder, failure }: Counter): KeyState => ({
    generation: entry?.generation ?? null,
    freshUntil: entry?.freshUntil ?? 0,
    clearedAt: 0,
    fence,
    holder,
    failure,
  });

  function matches(entry: Generation | null, target: HitTarget): boolean {
    if (target === "ended") return true;
    if (!entry) return false;
    if ("generation" in target) return entry.generation === target.generation;
    return target.freshAt < entry.freshUntil && entry.generation !== target.except;
  }

  return {
    hits(key) {
      const { hits, endedHits } = counterOf(key);
      return { current: hits, ended: endedHits };
    },

    async addHits(key, target, { count, by, sequence }) {
      const counter = counterOf(key);
      const generation = counter.entry?.generation ?? null;
      const last = counter.additions.get(by);
      if (last?.sequence === sequence) {
        const certain = target !== "ended" && "generation" in target;
        return {
          outcome: "counted",
          generation,
          hits: certain ? last.hits : null,
          repeated: true,
          outdated: [],
        };
      }
      if (!last && sequence <= counter.forgotten) throw new StoreError("add hits", "forgotten");
      const late = last !== undefined && last.sequence > sequence;
      if (late || !matches(counter.entry, target)) {
        return { outcome: "refused", state: state(counter) };
      }
      if (target === "ended") counter.endedHits += count;
      else counter.hits += count;
      const hits = target === "ended" ? counter.endedHits : counter.hits;
      counter.additions.set(by, { sequence, hits });
      const traces = [...counter.additions].map(([one, addition]) => ({ ...addition, by: one }));
      const old = outdated(traces, sequence).map((trace) => ({ by: trace.by, sequence: trace.sequence }));
      return { outcome: "counted", generation, hits, repeated: false, outdated: old };
    },

    async voidAddition(key, { by, sequence }) {
      const { additions, forgotten } = counterOf(key);
      const last = additions.get(by);
      if (last?.sequence === sequence) return "made";
      if (last ? last.sequence > voided(sequence) : sequence <= forgotten) return "forgotten";
      additions.set(by, { sequence: voided(sequence), hits: NaN });
      return "never made";
    },

    async forgetAdditions(key, old) {
      const counter = counterOf(key);
      const newest = Math.max(...old.map(({ sequence }) => sequence));
      const followed = old.some(({ by, sequence }) => counter.additions.get(by)?.sequence !== sequence);
      if (followed || newest < counter.forgotten) return;
      for (const { by } of old) counter.additions.delete(by);
      counter.forgotten = newest;
    },

    async read(key) {
      return bodies.get(key) ?? null;
    },

    async acquire(key, { holder, fence, now, dead, fetched, replacing }) {
      const counter = counterOf(key);
      const { entry, failure } = counter;
      const mine = counter.holder === holder && counter.fence === fence;
      const fresh = entry !== null && now < entry.freshUntil && entry.generation !== replacing;
      const held = counter.holder !== null && counter.holder !== holder && counter.fence !== dead;
      const paused =
        !fetched &&
        failure !== null &&
        now < failure.retryAt &&
        failure.retryAt <= now + 2 * LONGEST_PAUSE_MS;
      const late = fence <= counter.fence && counter.fence <= fence + LONGEST_LEAD_MS;
      if (!mine && (fresh || held || paused || late)) {
        return { outcome: "refused", state: state(counter) };
      }
      Object.assign(counter, { holder, fence });
      return { outcome: "acquired" };
    },

    async writeBody(key, entry) {
      const present = bodies.get(key);
      const newer = present && present.fence > entry.fence && present.fence <= entry.fence + LONGEST_LEAD_MS;
      if (newer) return false;
      bodies.set(key, entry);
      return true;
    },

    async publish(key, { generation, fetchedAt, freshUntil, staleUntil }, { holder, fence }) {
      const counter = counterOf(key);
      const before = counter.entry;
      if (before?.generation === generation) return { ended: counter.lastHits, damaged: false };
      if (counter.holder !== holder || counter.fence !== fence) return null;
      counter.lastHits = before && counter.hits;
      counter.endedHits += counter.hits;
      counter.hits = 0;
      counter.entry = { generation, fetchedAt, freshUntil, staleUntil };
      Object.assign(counter, { holder: null, failure: null });
      return { ended: counter.lastHits, damaged: false };
    },

    async release(key, { holder, fence }, failure) {
      const counter = counterOf(key);
      if (counter.holder !== holder || counter.fence !== fence) return;
      counter.holder = null;
      counter.failure = failure ?? counter.failure;
    },

    async readCoolDown() {
      return coolDown;
    },

    async coolDown(told) {
      const later =
        coolDown && coolDown.until >= told.until && coolDown.until <= told.until + LONGEST_LEAD_MS;
      if (!later) coolDown = told;
    },
  };
}
