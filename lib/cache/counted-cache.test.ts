import { createCountedCache, type CountedCache } from "./counted-cache";
import { createMemoryStore } from "./testing/memory-store";
import { StoreError } from "./store";
import { createScene, HOUR, KEY, numbersOf, START, upTo, WINDOW, type Scene } from "./testing/scene";

let scene: Scene;
let cache: CountedCache;

const get = (from: CountedCache = cache, key = KEY) => scene.get(from, key);
const times = (count: number) => Promise.all(Array.from({ length: count }, () => get()));

beforeEach(() => {
  scene = createScene();
  cache = scene.process();
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
    scene.clock += 30_000;
    expect(await get()).toMatchObject({
      source: "cache",
      hits: 1,
      freshUntil: START + WINDOW,
      fetchedAt: START,
    });
    expect(await get()).toMatchObject({ source: "cache", hits: 2, stale: false });
    expect(scene.fetches).toBe(1);
  });

  it("answers from the cache at 119 999 ms and fetches at 120 000 ms", async () => {
    await get();
    scene.clock = START + 119_999;
    expect(await get()).toMatchObject({ source: "cache", hits: 1 });
    expect(await get(scene.process())).toMatchObject({ source: "cache", hits: 2 });
    scene.clock = START + 120_000;
    expect(await get()).toMatchObject({ source: "origin", hits: 0, fetchedAt: scene.clock });
    expect(scene.fetches).toBe(2);
  });

  it("fetches at 120 000 ms in a process that has nothing in memory", async () => {
    await get();
    scene.clock = START + 120_000;
    expect(await get(scene.process())).toMatchObject({ source: "origin", hits: 0 });
  });

  it("is not moved by hits", async () => {
    await get();
    for (scene.clock = START; scene.clock < START + WINDOW; scene.clock += 10_000) await get();
    scene.clock = START + WINDOW;
    expect(await get()).toMatchObject({ source: "origin" });
  });

  it("counts from 1 again after every fetch", async () => {
    await get();
    await get();
    scene.clock += WINDOW;
    await get();
    expect(await get()).toMatchObject({ hits: 1 });
  });

  it("is as long as the value says", async () => {
    const short = { key: KEY, windowMs: (value: { ms: number }) => value.ms, fetch: async () => ({ ms: 5 }) };
    expect(await cache.get(short)).toMatchObject({ freshUntil: START + 5 });
    scene.clock += 5;
    expect(await cache.get(short)).toMatchObject({ source: "origin" });
  });

  it("begins when the answer has come, not when it was asked for", async () => {
    scene.origin = async () => {
      scene.clock += 4000;
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
    scene.watched.calls.length = 0;
    await get();
    expect(scene.watched.calls).toEqual(["addHits"]);
  });

  it("costs one round trip in a process that has not: count and read go out together", async () => {
    await get();
    scene.watched.calls.length = 0;
    const other = scene.process();
    await get(other);
    expect(scene.watched.taken().sort()).toEqual(["addHits", "read"]);
    await get(other);
    expect(scene.watched.taken()).toEqual(["addHits"]);
  });

  it("is counted across processes", async () => {
    await get();
    const other = scene.process();
    expect([await get(), await get(other), await get(), await get(other)]).toMatchObject(
      [1, 2, 3, 4].map((hits) => ({ hits })),
    );
  });
});

describe("many at once", () => {
  it("cost one fetch, and every other is a hit with a number of its own", async () => {
    const answers = await times(200);
    expect(scene.fetches).toBe(1);
    expect(numbersOf(answers)).toEqual(upTo(199));
    expect(answers.filter(({ source }) => source === "origin")).toHaveLength(1);
    expect(await get()).toMatchObject({ hits: 200 });
  });

  it("share requests to the counter while it is warm", async () => {
    await get();
    scene.watched.calls.length = 0;
    expect(numbersOf(await times(100))).toEqual(upTo(100).slice(1));
    expect(scene.watched.calls).toEqual(["addHits"]);
  });

  it("count exactly when the window ends between them", async () => {
    await times(10);
    scene.clock += WINDOW;
    const answers = await times(50);
    expect(scene.fetches).toBe(2);
    expect(numbersOf(answers)).toEqual(upTo(49));
  });

  it("count exactly over two processes that fetch at the same time", async () => {
    const other = scene.process();
    const answers = await Promise.all([...Array(20)].flatMap(() => [get(cache), get(other)]));
    const fetched = answers.filter(({ source }) => source === "origin");
    expect(fetched).toHaveLength(scene.fetches);
    expect(fetched.filter(({ stored }) => stored)).toHaveLength(1);
    const { hits } = await get();
    expect(Number(hits) - 1 + scene.fetches).toBe(answers.length);
  });

  it("get the same error when the origin fails", async () => {
    scene.origin = async () => Promise.reject(new Error("down"));
    const results = await Promise.allSettled([...Array(20)].map(() => get()));
    expect(scene.fetches).toBe(1);
    expect(new Set(results.map((one) => one.status === "rejected" && one.reason.message))).toEqual(
      new Set(["down"]),
    );
  });
});

describe("a long window", () => {
  it("lets its copy be answered for as long again", async () => {
    const day = { key: "movie", windowMs: () => 24 * HOUR, fetch: () => scene.origin() };
    await cache.get(day);
    scene.origin = async () => Promise.reject(new Error("down"));
    scene.clock = START + 47 * HOUR;
    expect(await cache.get(day)).toMatchObject({ stale: true });
    scene.clock = START + 48 * HOUR;
    await expect(cache.get(day)).rejects.toThrow("down");
  });
});

describe("a value that says how long it may be stale", () => {
  const kept = (staleMs: number | undefined, windowMs = WINDOW) => ({
    key: KEY,
    windowMs: () => windowMs,
    staleMs: () => staleMs,
    fetch: () => scene.origin(),
  });
  const fail = () => (scene.origin = async () => Promise.reject(new Error("down")));

  it("is answered for so long after its window, and no longer", async () => {
    await cache.get(kept(5000));
    fail();
    scene.clock += WINDOW + 4999;
    expect(await cache.get(kept(5000))).toMatchObject({ stale: true });
    scene.clock += 1;
    await expect(cache.get(kept(5000))).rejects.toThrow("down");
  });

  it("is never stale where that is 0, in no process", async () => {
    await cache.get(kept(0));
    fail();
    scene.clock += WINDOW - 1;
    expect(await cache.get(kept(0))).toMatchObject({ source: "cache", stale: false });
    scene.clock += 1;
    await expect(cache.get(kept(0))).rejects.toThrow("down");
    await expect(scene.process().get(kept(0))).rejects.toMatchObject({ name: "OriginFailedError" });
  });

  it("is so as any other where it does not say", async () => {
    await cache.get(kept(undefined));
    fail();
    scene.clock += 24 * HOUR - 1;
    expect(await cache.get(kept(undefined))).toMatchObject({ stale: true });
  });

  it("is not so after half a year, whatever it says", async () => {
    await cache.get(kept(400 * 24 * HOUR));
    fail();
    scene.clock += 180 * 24 * HOUR;
    await expect(cache.get(kept(400 * 24 * HOUR))).rejects.toThrow("down");
  });
});

describe("an entry that was removed", () => {
  it("is still fresh where only its counter was removed and the origin fails", async () => {
    await get();
    const body = await scene.watched.inner.read(KEY, { consistent: true });
    Object.assign(scene.watched.store, { ...createMemoryStore(), read: async () => body });
    scene.origin = async () => Promise.reject(new Error("down"));
    expect(await get(scene.process())).toMatchObject({ source: "cache", stale: false });
    scene.clock += WINDOW;
    expect(await get(scene.process())).toMatchObject({ source: "cache", stale: true });
  });

  it("is fetched again although this process still has it in memory", async () => {
    await get();
    const cleared = createMemoryStore();
    Object.assign(scene.watched.store, cleared);
    expect(await get()).toMatchObject({ source: "origin", hits: 0 });
    expect(await get()).toMatchObject({ hits: 1 });
  });
});

describe("events", () => {
  it("tell each answer, each failure and each window that is over", async () => {
    await get();
    await get();
    scene.clock += WINDOW;
    await get();
    scene.clock += WINDOW;
    scene.origin = async () => Promise.reject(new Error("down"));
    await get();
    scene.watched.fail("failed");
    await get();
    expect(scene.told()).toEqual([
      ...["fetched", "hit"],
      ...["window-ended", "fetched"],
      ...["origin-failed", "stale"],
      ...["store-failed", "stale"],
    ]);
    expect(scene.events).toContainEqual({ type: "window-ended", key: KEY, hits: 1 });
  });

  it("tell a window that is over once, also where the answer to its publishing got lost", async () => {
    await get();
    await get();
    scene.clock += WINDOW;
    let lost = 0;
    scene.watched.go((operation, stage) => {
      if (operation === "publish" && stage === "after" && lost++ === 0)
        throw new StoreError(operation, "failed", { cause: "lost" });
    });
    await get();
    await get();
    const ended = scene.events.filter(({ type }) => type === "window-ended");
    expect(ended).toEqual([{ type: "window-ended", key: KEY, hits: 1 }]);
  });

  it("tell how an answer came about", async () => {
    scene.origin = () => new Promise((resolve) => setTimeout(resolve, 100, "film"));
    await get();
    await get();
    const [fetched, hit] = scene.events.filter(({ type }) => type === "answer");
    const quiet = { waited: false, tookOver: false, storeFailed: false };
    expect(fetched).toMatchObject({ outcome: "fetched", key: KEY, hits: 0, ...quiet });
    expect(fetched).toMatchObject({ storeMs: expect.any(Number), originMs: expect.any(Number) });
    expect((fetched as { originMs: number }).originMs).toBeGreaterThan(90);
    expect((fetched as { originMs: number }).originMs).toBeLessThan(1000);
    expect((fetched as { storeMs: number }).storeMs).toBeLessThan(90);
    expect(hit).toMatchObject({ outcome: "hit", hits: 1, originMs: 0, ...quiet });
  });

  it("tell an answer that failed", async () => {
    scene.origin = async () => Promise.reject(new Error("down"));
    await expect(get()).rejects.toThrow("down");
    expect(scene.told()).toEqual(["origin-failed", "failed"]);
  });

  it("can't break an answer", async () => {
    const listened = createCountedCache({
      store: scene.watched.store,
      now: () => scene.clock,
      onEvent: () => {
        throw new Error("a listener's bug");
      },
    });
    expect(await get(listened)).toMatchObject({ hits: 0 });
    expect(await get(listened)).toMatchObject({ hits: 1 });
  });

  it("can't break a process by a listener that fails later", async () => {
    const failing = Promise.reject(new Error("a listener's bug"));
    const caught = jest.spyOn(failing, "catch");
    await get(createCountedCache({ store: scene.watched.store, onEvent: () => failing }));
    expect(caught).toHaveBeenCalled();
  });

  it("tell hits that are lost, since another addition has taken the place of theirs", async () => {
    await get();
    scene.watched.go((operation, stage) => {
      if (operation === "addHits" && stage === "after")
        throw new StoreError(operation, "failed", { cause: "lost" });
    });
    await get();
    scene.watched.recover();
    scene.watched.store.voidAddition = async () => "forgotten";
    scene.clock += 60_000;
    await cache.settle();
    expect(scene.events).toContainEqual({ type: "hits-lost", key: KEY, count: 1 });
  });
});
