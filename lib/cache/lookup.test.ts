import type { CacheEvent } from "./answer";
import { encodeBody } from "./codec";
import { guardStore, type GuardedStore } from "./guarded-store";
import { createHitCounter, type HitCounter } from "./hit-counter";
import { createLookup, type Lookup, type Miss } from "./lookup";
import type { CacheStore } from "./store";
import { watchStore } from "./testing/watched-store";
import { createAskStore, newSpan, type Span } from "./span";

const NOW = 1_700_000_000_000;
const WINDOW = 120_000;
const KEY = "search?query=matrix";

let watched: ReturnType<typeof watchStore>;
let clock: number;
let events: CacheEvent["type"][];
let counter: HitCounter;
let lookup: Lookup;
let span: Span;

function create(change: Partial<CacheStore> = {}): Lookup {
  const store: GuardedStore = guardStore({ ...watched.store, ...change }, () => clock);
  const emit = ({ type }: CacheEvent) => void (type === "store-answered" || events.push(type));
  counter = createHitCounter({ store, now: () => clock, monotonic: () => clock, onLost: () => undefined });
  return createLookup({ store, counter, ask: createAskStore(emit), now: () => clock, emit });
}
beforeEach(() => {
  watched = watchStore();
  [clock, events, span] = [NOW, [], newSpan()];
  lookup = create();
});

const waiters = (size = 1) => ({ key: KEY, span, accepts: () => true, size: () => size });
const entry = (generation: string, body = encodeBody(KEY, "film"), fence = NOW) => ({
  generation,
  fetchedAt: NOW,
  freshUntil: NOW + WINDOW,
  staleUntil: NOW + 86_400_000,
  fence,
  body,
});
async function put(stored = entry("a")) {
  const lease = { holder: "someone", fence: stored.fence };
  await watched.inner.acquire(KEY, { ...lease, now: NOW });
  await watched.inner.writeBody(KEY, stored);
  await watched.inner.publish(KEY, stored, lease);
}
const broken = Buffer.alloc(0);
const hits = () => watched.inner.hits(KEY);
const allHits = () => hits().current + hits().ended;

it("finds nothing where nothing is", async () => {
  expect(await lookup.find(waiters())).toEqual({
    kind: "miss",
    state: { generation: null, freshUntil: 0, clearedAt: 0, fence: 0, holder: null, failure: null },
    fence: 0,
    copy: undefined,
  });
  expect(events).toEqual([]);
});

it("finds a fresh entry, counted once for who asks first", async () => {
  await put();
  expect(await lookup.find(waiters(7))).toMatchObject({ kind: "hit", held: { value: "film" }, numbers: [1] });
  expect(watched.calls.sort()).toEqual(["addHits", "read"]);
});

it("finds an entry that is over as a copy, with its fence", async () => {
  await put();
  clock += WINDOW;
  expect(await lookup.find(waiters())).toMatchObject({
    kind: "miss",
    fence: NOW,
    copy: { value: "film" },
    state: { generation: "a" },
  });
});

describe("a body that does not fit its counter", () => {
  it("is broken, reported and not counted, when it can't be read", async () => {
    await put(entry("a", broken));
    expect(await lookup.find(waiters())).toEqual({
      kind: "miss",
      state: { generation: null, freshUntil: 0, clearedAt: 0, fence: 0, holder: null, failure: null },
      fence: NOW,
      broken: "a",
    });
    expect(events).toContain("unreadable");
    await counter.settle();
    expect(allHits()).toBe(0);
  });

  it("is broken and has no fence, when it is gone", async () => {
    await put();
    const gone = create({ read: async () => null });
    expect(await gone.find(waiters())).toMatchObject({ kind: "miss", fence: 0, broken: "a" });
    await counter.settle();
    expect(allHits()).toBe(0);
  });

  it("is of another fetch: that is no broken body, and not reported", async () => {
    await put();
    const other = create({ read: async () => entry("b") });
    expect(await other.find(waiters())).toMatchObject({ kind: "miss", broken: "a", fence: NOW });
    expect(events).toEqual([]);
  });

  it("is read again, consistently, where a plain read lags behind", async () => {
    await put();
    const reads: boolean[] = [];
    const lagging = create({
      read: async (key, { consistent }) => {
        reads.push(consistent);
        return consistent ? watched.inner.read(key, { consistent }) : null;
      },
    });
    expect(await lagging.find(waiters())).toMatchObject({ kind: "hit", numbers: [1] });
    expect(reads).toEqual([false, true]);
  });

  it("is over at the very moment that it says, whatever the counter says", async () => {
    await put();
    const ends = create({ read: async () => ({ ...entry("a"), freshUntil: NOW }) });
    expect(await ends.find(waiters())).toMatchObject({ kind: "miss", broken: "a" });
  });

  it("leaves nothing known when it can't be read for want of a store", async () => {
    await put();
    watched.fail("busy", "read");
    expect(await lookup.find(waiters())).toEqual({ kind: "unknown" });
    watched.recover();
    await counter.settle();
    expect(allHits()).toBe(0);
  });
});

describe("a counter that fails", () => {
  it("does not keep a fresh body from being found; its hit is delivered later", async () => {
    watched.fail("busy", "addHits");
    await put();
    expect(await lookup.find(waiters())).toMatchObject({
      kind: "hit",
      held: { value: "film" },
      numbers: [null],
    });
    watched.recover();
    await counter.settle();
    expect(hits().current).toBe(1);
  });

  it("leaves nothing known but the copy, when that is over", async () => {
    watched.fail("failed", "addHits");
    await put();
    clock += WINDOW;
    expect(await lookup.find(waiters())).toMatchObject({ kind: "unknown", copy: { value: "film" } });
  });

  it("leaves it to the store who fetches, when it is only throttled", async () => {
    watched.fail("busy", "addHits");
    await put(entry("a", undefined, 7));
    clock += WINDOW;
    expect(await lookup.find(waiters())).toMatchObject({
      kind: "miss",
      copy: { value: "film" },
      fence: 7,
      state: { fence: 0, holder: null },
    });
  });

  it("leaves nothing known when the body can't be read either, and reports it", async () => {
    watched.fail("failed", "addHits");
    await put(entry("a", broken));
    expect(await lookup.find(waiters())).toEqual({ kind: "unknown", copy: undefined });
    expect(events).toContain("unreadable");
  });
});

describe("asking again", () => {
  const before = (): Miss => ({
    kind: "miss",
    state: { generation: null, freshUntil: 0, clearedAt: 0, fence: 0, holder: "someone", failure: null },
    fence: 3,
    copy: undefined,
  });

  it("counts for all who wait, each with a number", async () => {
    await put();
    expect(await lookup.findAgain(waiters(3), before())).toMatchObject({ kind: "hit", numbers: [1, 2, 3] });
    expect(hits().current).toBe(3);
  });

  it("reads no body as long as there is nothing new", async () => {
    expect(await lookup.findAgain(waiters(), before())).toEqual({
      ...before(),
      state: { generation: null, freshUntil: 0, clearedAt: 0, fence: 0, holder: null, failure: null },
      throttled: false,
    });
    expect(watched.calls).toEqual(["addHits"]);
  });

  it("keeps the copy when the store fails, and when what is there can't be read", async () => {
    clock += WINDOW;
    await put();
    const found = await lookup.find(waiters());
    const { copy } = found as Miss;
    expect(copy).toMatchObject({ value: "film" });
    watched.fail("busy", "addHits");
    expect(await lookup.findAgain(waiters(), found as Miss)).toEqual({ ...found, throttled: true });
    watched.fail("failed", "addHits");
    expect(await lookup.findAgain(waiters(), found as Miss)).toEqual({ kind: "unknown", copy });
    watched.recover();
    clock += 1000;
    clock -= WINDOW;
    const torn = create({ read: async () => entry("a", broken) });
    expect(await torn.findAgain(waiters(), found as Miss)).toMatchObject({ kind: "miss", broken: "a", copy });
  });

  it("reads what a throttled counter can't tell of, for all who wait; their hits are delivered later", async () => {
    await put();
    watched.fail("busy", "addHits");
    const found = await lookup.findAgain(waiters(3), before());
    expect(found).toMatchObject({ kind: "hit", held: { value: "film" }, numbers: [null, null, null] });
    watched.recover();
    await counter.settle();
    expect(hits().current).toBe(3);
  });

  it("goes on waiting where a throttled counter hides what is over or known to be broken", async () => {
    await put();
    watched.fail("busy", "addHits");
    const broken = { ...before(), broken: "a" };
    expect(await lookup.findAgain(waiters(), broken)).toEqual({ ...broken, throttled: true });
    clock += WINDOW;
    const miss = before();
    expect(await lookup.findAgain(waiters(), miss)).toEqual({ ...miss, throttled: true });
  });

  it("leaves out a generation that is known to be broken", async () => {
    await put(entry("a", broken));
    expect(await lookup.findAgain(waiters(), { ...before(), broken: "a" })).toMatchObject({
      kind: "miss",
      state: { generation: "a" },
    });
    expect(hits().current).toBe(0);
  });
});
