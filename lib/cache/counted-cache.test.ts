import type { CacheEvent } from "./answer";
import { encodeBody } from "./codec";
import { createCountedCache, type CountedCache } from "./counted-cache";
import { createMemoryStore } from "./memory-store";
import { StoreError, type CacheStore } from "./store";

const START = 1_700_000_000_000;
const WINDOW = 120_000;
const HOUR = 3_600_000;
const KEY = "search?page=1&query=matrix";

/** The memory store with a record of its calls and a way to fail. */
function watchedStore() {
  const inner = createMemoryStore();
  const calls: string[] = [];
  let failure: (operation: string) => StoreError | undefined = () => undefined;
  const watch =
    <Arguments extends unknown[], T>(name: string, method: (...args: Arguments) => Promise<T>) =>
    async (...args: Arguments): Promise<T> => {
      calls.push(name);
      const error = failure(name);
      if (error) throw error;
      return method(...args);
    };
  const store: CacheStore = {
    addHits: watch("addHits", inner.addHits),
    read: watch("read", inner.read),
    write: watch("write", inner.write),
    openCounter: watch("openCounter", inner.openCounter),
  };
  return {
    store,
    inner,
    calls,
    fail(reason: "busy" | "failed", ...operations: string[]) {
      failure = (name) =>
        operations.length === 0 || operations.includes(name)
          ? new StoreError(name, reason, { cause: new Error("test") })
          : undefined;
    },
    recover() {
      failure = () => undefined;
    },
  };
}

let clock: number;
let fetches: number;
let origin: () => Promise<unknown>;
let events: CacheEvent[];
let watched: ReturnType<typeof watchedStore>;
let cache: CountedCache;

/** A cache of another process that shares the store and the clock. */
const anotherProcess = () =>
  createCountedCache({ store: watched.store, now: () => clock, onEvent: (event) => events.push(event) });

const get = (from: CountedCache = cache, key = KEY) =>
  from.get({
    key,
    windowMs: () => WINDOW,
    fetch: async () => {
      fetches += 1;
      return origin();
    },
  });

const times = (count: number) => Promise.all(Array.from({ length: count }, () => get()));
const numbers = (answers: { hits: number | null }[]) =>
  answers.map(({ hits }) => hits).sort((a, b) => Number(a) - Number(b));
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index);

beforeEach(() => {
  clock = START;
  fetches = 0;
  origin = async () => ({ film: "The Matrix", fetch: fetches });
  events = [];
  watched = watchedStore();
  cache = anotherProcess();
});

describe("the window", () => {
  it("fetches the first answer and counts every other", async () => {
    expect(await get()).toEqual({
      value: { film: "The Matrix", fetch: 1 },
      source: "origin",
      hits: 0,
      stale: false,
      stored: true,
      fetchedAt: START,
      freshUntil: START + WINDOW,
      answeredAt: START,
    });
    clock += 30_000;
    expect(await get()).toMatchObject({
      source: "cache",
      hits: 1,
      freshUntil: START + WINDOW,
      fetchedAt: START,
    });
    expect(await get()).toMatchObject({ source: "cache", hits: 2, stale: false });
    expect(fetches).toBe(1);
  });

  it("answers from the cache at 119 999 ms and fetches at 120 000 ms", async () => {
    await get();
    clock = START + 119_999;
    expect(await get()).toMatchObject({ source: "cache", hits: 1 });
    expect(await get(anotherProcess())).toMatchObject({ source: "cache", hits: 2 });
    clock = START + 120_000;
    expect(await get()).toMatchObject({ source: "origin", hits: 0, fetchedAt: clock });
    expect(fetches).toBe(2);
  });

  it("fetches at 120 000 ms in a process that has nothing in memory", async () => {
    await get();
    clock = START + 120_000;
    expect(await get(anotherProcess())).toMatchObject({ source: "origin", hits: 0 });
  });

  it("is not moved by hits", async () => {
    await get();
    for (clock = START; clock < START + WINDOW; clock += 10_000) await get();
    clock = START + WINDOW;
    expect(await get()).toMatchObject({ source: "origin" });
  });

  it("counts from 1 again after every fetch", async () => {
    await get();
    await get();
    clock += WINDOW;
    await get();
    expect(await get()).toMatchObject({ hits: 1 });
  });

  it("is as long as the value says", async () => {
    const short = { key: KEY, windowMs: (value: { ms: number }) => value.ms, fetch: async () => ({ ms: 5 }) };
    expect(await cache.get(short)).toMatchObject({ freshUntil: START + 5 });
    clock += 5;
    expect(await cache.get(short)).toMatchObject({ source: "origin" });
  });

  it("begins when the answer has come, not when it was asked for", async () => {
    origin = async () => {
      clock += 4000;
      return "late";
    };
    expect(await get()).toMatchObject({ fetchedAt: START + 4000, freshUntil: START + 4000 + WINDOW });
  });

  it("keeps keys apart", async () => {
    await get();
    expect(await get(cache, "search?page=2&query=matrix")).toMatchObject({ source: "origin", hits: 0 });
  });
});

describe("a hit", () => {
  it("costs one request to the store in the process that has the value in memory", async () => {
    await get();
    watched.calls.length = 0;
    await get();
    expect(watched.calls).toEqual(["addHits"]);
  });

  it("costs one round trip in a process that has not: count and read go out together", async () => {
    await get();
    watched.calls.length = 0;
    const other = anotherProcess();
    await get(other);
    expect(watched.calls).toEqual(["addHits", "read"]);
    await get(other);
    expect(watched.calls).toEqual(["addHits", "read", "addHits"]);
  });

  it("is counted across processes", async () => {
    await get();
    const other = anotherProcess();
    expect([await get(), await get(other), await get(), await get(other)]).toMatchObject(
      [1, 2, 3, 4].map((hits) => ({ hits })),
    );
  });
});

describe("many at once", () => {
  it("cost one fetch, and every other is a hit with a number of its own", async () => {
    const answers = await times(200);
    expect(fetches).toBe(1);
    expect(numbers(answers)).toEqual(upTo(199));
    expect(answers.filter(({ source }) => source === "origin")).toHaveLength(1);
    expect(await get()).toMatchObject({ hits: 200 });
  });

  it("share requests to the counter while it is warm", async () => {
    await get();
    watched.calls.length = 0;
    expect(numbers(await times(100))).toEqual(upTo(100).slice(1));
    expect(watched.calls).toEqual(["addHits", "addHits"]);
  });

  it("count exactly when the window ends between them", async () => {
    await times(10);
    clock += WINDOW;
    const answers = await times(50);
    expect(fetches).toBe(2);
    expect(numbers(answers)).toEqual(upTo(49));
  });

  it("count exactly over two processes that fetch at the same time", async () => {
    const other = anotherProcess();
    const answers = await Promise.all([...Array(20)].flatMap(() => [get(cache), get(other)]));
    const fetched = answers.filter(({ source }) => source === "origin");
    expect(fetched).toHaveLength(fetches);
    expect(fetched.filter(({ stored }) => stored)).toHaveLength(1);
    const { hits } = await get();
    expect(Number(hits) - 1 + fetches).toBe(answers.length);
  });

  it("get the same error when the origin fails", async () => {
    origin = async () => Promise.reject(new Error("down"));
    const results = await Promise.allSettled([...Array(20)].map(() => get()));
    expect(fetches).toBe(1);
    expect(new Set(results.map((one) => one.status === "rejected" && one.reason.message))).toEqual(
      new Set(["down"]),
    );
  });
});

describe("when the origin fails", () => {
  beforeEach(async () => {
    await get();
    await get();
    origin = async () => Promise.reject(new Error("down"));
    clock = START + WINDOW;
  });

  it("answers the copy as stale and counts it as a hit", async () => {
    expect(await get()).toMatchObject({ source: "cache", hits: 2, stale: true, fetchedAt: START });
    expect(await get()).toMatchObject({ hits: 3, stale: true });
  });

  it("answers the copy in a process that has nothing in memory", async () => {
    expect(await get(anotherProcess())).toMatchObject({ hits: 2, stale: true });
  });

  it("spaces its calls out: 1 s, 2 s, 4 s … up to 30 s", async () => {
    const callsAt: number[] = [];
    for (let second = 0; second <= 130; second++) {
      const before = fetches;
      await get();
      if (fetches > before) callsAt.push(second);
      clock += 1000;
    }
    expect(callsAt).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
  });

  it("costs one request to the store per stale hit between those calls", async () => {
    await get();
    watched.calls.length = 0;
    await get();
    expect(watched.calls).toEqual(["addHits"]);
  });

  it("fetches again once the origin is back", async () => {
    await get();
    origin = async () => "back";
    clock += 1000;
    expect(await get()).toMatchObject({ value: "back", source: "origin", hits: 0, stale: false });
    expect(await get()).toMatchObject({ hits: 1, stale: false });
  });

  it("takes what another process has fetched meanwhile", async () => {
    await get();
    origin = async () => "theirs";
    await get(anotherProcess());
    expect(await get()).toMatchObject({ value: "theirs", hits: 1, stale: false });
  });

  it("answers a copy of just under 24 hours and no older one", async () => {
    clock = START + 24 * HOUR - 1;
    expect(await get()).toMatchObject({ stale: true });
    clock = START + 24 * HOUR;
    await expect(get()).rejects.toThrow("down");
    clock += 60_000;
    await expect(get(anotherProcess())).rejects.toThrow("down");
  });

  it("tells the error where there is no copy, again and again without asking", async () => {
    const before = fetches;
    await expect(get(cache, "other")).rejects.toThrow("down");
    await expect(get(cache, "other")).rejects.toThrow("down");
    expect(fetches).toBe(before + 1);
  });

  it("leaves the waiting to an origin that keeps its own", async () => {
    const before = fetches;
    origin = async () => Promise.reject(Object.assign(new Error("busy"), { retryAfterMs: 1000 }));
    await get();
    await get();
    expect(fetches).toBe(before + 2);
  });
});

describe("a long window", () => {
  it("lets its copy be answered for as long again", async () => {
    const day = { key: "movie", windowMs: () => 24 * HOUR, fetch: () => origin() };
    await cache.get(day);
    origin = async () => Promise.reject(new Error("down"));
    clock = START + 47 * HOUR;
    expect(await cache.get(day)).toMatchObject({ stale: true });
    clock = START + 48 * HOUR;
    await expect(cache.get(day)).rejects.toThrow("down");
  });
});

describe("when the store fails", () => {
  it("answers from the origin once per window, without numbers", async () => {
    watched.fail("failed");
    expect(await get()).toMatchObject({ source: "origin", hits: 0, stored: false });
    expect(await times(50)).toEqual(Array(50).fill(expect.objectContaining({ source: "cache", hits: null })));
    expect(fetches).toBe(1);
    clock += WINDOW;
    expect(await get()).toMatchObject({ source: "origin", hits: 0 });
    expect(fetches).toBe(2);
  });

  it("asks the dead store no more until its pause is over", async () => {
    watched.fail("failed");
    await times(20);
    const asked = watched.calls.length;
    await times(20);
    expect(watched.calls).toHaveLength(asked);
    clock += 1000;
    await get();
    expect(watched.calls).toHaveLength(asked + 1);
  });

  it("stores and counts as soon as the store is back, without another fetch", async () => {
    watched.fail("failed");
    await get();
    watched.recover();
    clock += 1000;
    expect(await get()).toMatchObject({ source: "cache", hits: 1, stored: true });
    expect(await get(anotherProcess())).toMatchObject({ hits: 2 });
    expect(fetches).toBe(1);
  });

  it("takes the entry of another process when the store is back", async () => {
    watched.fail("failed");
    await get();
    watched.recover();
    await get(anotherProcess());
    clock += 1000;
    expect(await get()).toMatchObject({ source: "cache", value: { fetch: 2 }, hits: 1 });
  });

  it("answers what it holds when the counter alone is throttled", async () => {
    await get();
    watched.fail("busy", "addHits");
    expect(await get()).toMatchObject({ source: "cache", hits: null, stale: false });
    expect(await get(anotherProcess())).toMatchObject({ source: "cache", hits: null });
    watched.recover();
    expect(await get()).toMatchObject({ hits: 1 });
    expect(fetches).toBe(1);
  });

  it("takes a hit back whose value could not be read", async () => {
    await get();
    watched.fail("busy", "read");
    expect(await get(anotherProcess())).toMatchObject({ source: "origin" });
    watched.recover();
    expect(await get()).toMatchObject({ hits: 1 });
  });

  it("answers stale what this process still holds when the origin fails too", async () => {
    await get();
    clock += WINDOW;
    watched.fail("failed");
    origin = async () => Promise.reject(new Error("down"));
    expect(await get()).toMatchObject({ source: "cache", hits: null, stale: true });
  });

  it("lets through what is no failure of the store", async () => {
    const broken = { ...watched.inner, read: () => Promise.reject(new TypeError("a bug")) };
    const buggy = createCountedCache({ store: broken, now: () => clock });
    await expect(get(buggy)).rejects.toThrow("a bug");
  });
});

describe("an entry that can't be used", () => {
  const entry = (body: Uint8Array, fetchedAt = START) => ({
    generation: "odd",
    fetchedAt,
    freshUntil: fetchedAt + WINDOW,
    staleUntil: fetchedAt + 24 * HOUR,
    body,
  });
  const good = encodeBody(KEY, "old");

  it.each([
    ["truncated", entry(good.subarray(0, good.length - 5))],
    ["of another version", entry(Buffer.concat([Buffer.of(9), good.subarray(1)]))],
    ["empty", entry(Buffer.alloc(0))],
    ["another key's", entry(encodeBody("another", "old"))],
    ["from the future", entry(good, START + 10 * 60_000)],
  ])("is a miss and heals: %s", async (_name, odd) => {
    await watched.inner.write(KEY, odd, { now: START });
    expect(await get()).toMatchObject({ source: "origin", value: { film: "The Matrix" }, stored: true });
    expect(await get(anotherProcess())).toMatchObject({ source: "cache", hits: 1 });
    expect(events.map(({ type }) => type)).toContain("unreadable");
  });

  it("takes back the hit that was counted before the body could not be read", async () => {
    await watched.inner.write(KEY, entry(good.subarray(0, 5)), { now: START });
    origin = async () => Promise.reject(new Error("down"));
    await expect(get()).rejects.toThrow("down");
    expect(await watched.inner.addHits(KEY, { generation: "odd" }, 1)).toMatchObject({ hits: 1 });
  });

  it("is answered but not stored when it is too large", async () => {
    origin = async () => Array.from({ length: 60_000 }, () => Math.random());
    expect(await get()).toMatchObject({ source: "origin", stored: false });
    expect(await get()).toMatchObject({ source: "cache", hits: null });
    expect(watched.calls).not.toContain("write");
  });
});

describe("a window that ends while a reader counts", () => {
  it("costs neither a fetch nor a count: the reader takes the entry that came meanwhile", async () => {
    await get();
    await get();
    clock = START + WINDOW - 1;
    // The hit is counted just in time; before the body is read, another process has stored the next one.
    const late: CacheStore = {
      ...watched.inner,
      async read(key, options) {
        await new Promise((resolve) => setImmediate(resolve));
        return watched.inner.read(key, options);
      },
      async addHits(key, target, count) {
        const counted = await watched.inner.addHits(key, target, count);
        if (clock < START + WINDOW) {
          clock = START + WINDOW;
          expect(await get()).toMatchObject({ source: "origin" });
          expect(await get()).toMatchObject({ hits: 1 });
        }
        return counted;
      },
    };
    const reader = createCountedCache({ store: late, now: () => clock });
    expect(await get(reader)).toMatchObject({ source: "cache", hits: 2, fetchedAt: START + WINDOW });
    expect(await get()).toMatchObject({ hits: 3 });
    expect(fetches).toBe(2);
  });
});

describe("a store that is slow", () => {
  afterEach(() => jest.useRealTimers());

  it("is waited for no longer than 6 s, and then the answer says that it was not counted", async () => {
    await get();
    let counted = false;
    const slow: CacheStore = {
      ...watched.inner,
      async addHits(key, target, count) {
        await new Promise((resolve) => setTimeout(resolve, 7000));
        counted = true;
        return watched.inner.addHits(key, target, count);
      },
    };
    jest.useFakeTimers();
    const answered = get(createCountedCache({ store: slow, now: () => clock }));
    await jest.advanceTimersByTimeAsync(5999);
    expect(await Promise.race([answered, "waiting"])).toBe("waiting");
    await jest.advanceTimersByTimeAsync(1);
    expect(await answered).toMatchObject({ source: "cache", hits: null });
    expect(counted).toBe(false);
    await jest.advanceTimersByTimeAsync(1000);
    expect(counted).toBe(true);
  });
});

describe("a writer that dies between body and counter", () => {
  it("leaves an entry that the next reader opens and counts", async () => {
    const body = encodeBody(KEY, "left behind");
    const left = {
      generation: "g",
      fetchedAt: START,
      freshUntil: START + WINDOW,
      staleUntil: START + HOUR,
      body,
    };
    const half: CacheStore = { ...watched.inner, read: async () => left };
    const reader = createCountedCache({ store: half, now: () => clock });
    expect(await get(reader)).toMatchObject({ value: "left behind", source: "cache", hits: 1 });
    expect(await get(reader)).toMatchObject({ hits: 2 });
    expect(fetches).toBe(0);
  });
});

describe("an entry that was removed", () => {
  it("is fetched again although this process still has it in memory", async () => {
    await get();
    const cleared = createMemoryStore();
    Object.assign(watched.store, cleared);
    expect(await get()).toMatchObject({ source: "origin", hits: 0 });
    expect(await get()).toMatchObject({ hits: 1 });
  });
});

describe("events", () => {
  it("tell each answer and each failure", async () => {
    await get();
    await get();
    clock += WINDOW;
    origin = async () => Promise.reject(new Error("down"));
    await get();
    watched.fail("failed");
    await get();
    const told = events.filter(({ type }) => type !== "store-answered").map(({ type }) => type);
    expect(told).toEqual(["fetched", "hit", "origin-failed", "stale", "store-failed", "stale"]);
  });

  it("can't break an answer", async () => {
    const listened = createCountedCache({
      store: watched.store,
      now: () => clock,
      onEvent: () => {
        throw new Error("a listener's bug");
      },
    });
    expect(await get(listened)).toMatchObject({ hits: 0 });
    expect(await get(listened)).toMatchObject({ hits: 1 });
  });
});
