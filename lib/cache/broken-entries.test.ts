import { encodeBody } from "./codec";
import type { CountedCache } from "./counted-cache";
import type { CacheStore } from "./store";
import { createScene, HOUR, KEY, START, WINDOW, type Scene } from "./testing/scene";

let scene: Scene;
let cache: CountedCache;

const get = (from: CountedCache = cache, key = KEY) => scene.get(from, key);

beforeEach(() => {
  scene = createScene();
  cache = scene.process();
});

const entryOf = (body: Uint8Array, fetchedAt = START) => ({
  generation: "odd",
  fetchedAt,
  freshUntil: fetchedAt + WINDOW,
  staleUntil: fetchedAt + 24 * HOUR,
  fence: 7,
  body,
});
const good = encodeBody(KEY, "old");

/** Puts an entry there as a process does, whatever is in it. */
async function put(body: Uint8Array, fetchedAt = START) {
  const { inner } = scene.watched;
  const lease = { holder: "someone", fence: 7 };
  await inner.acquire(KEY, { ...lease, now: START });
  await inner.writeBody(KEY, entryOf(body, fetchedAt));
  await inner.publish(KEY, entryOf(body, fetchedAt), lease);
}

describe("an entry that can't be used", () => {
  it.each([
    ["truncated", good.subarray(0, good.length - 5), START],
    ["of another version", Buffer.concat([Buffer.of(9), good.subarray(1)]), START],
    ["empty", Buffer.alloc(0), START],
    ["another key's", encodeBody("another", "old"), START],
    ["from the future", good, START + 10 * 60_000],
  ])("is a miss and heals: %s", async (_name, body, fetchedAt) => {
    await put(body, fetchedAt);
    expect(await get()).toMatchObject({ source: "origin", value: { film: "The Matrix" }, stored: true });
    expect(await get(scene.process())).toMatchObject({ source: "cache", hits: 1 });
    expect(scene.told()).toContain("unreadable");
    await cache.settle();
    expect(scene.hits()).toBe(1);
  });

  it.each([
    ["older than the counter says", { fetchedAt: START - 3 * WINDOW }],
    ["fresh for ever", { freshUntil: START + 400 * 24 * HOUR, staleUntil: START + 400 * 24 * HOUR }],
    ["stale before it is fresh", { staleUntil: START + 1 }],
    ["over before it began", { freshUntil: START - 1 }],
  ])("is a miss and heals: %s", async (_name, change) => {
    const { inner } = scene.watched;
    const lease = { holder: "someone", fence: 7 };
    const entry = { ...entryOf(good, "fetchedAt" in change ? change.fetchedAt : START), ...change };
    await inner.acquire(KEY, { ...lease, now: START });
    await inner.writeBody(KEY, entry);
    await inner.publish(KEY, { ...entry, freshUntil: START + WINDOW }, lease);
    expect(await get()).toMatchObject({ source: "origin", stored: true });
    expect(await get(scene.process())).toMatchObject({ source: "cache", hits: 1, stale: false });
    expect(scene.fetches).toBe(1);
  });

  it("is a miss and heals where it has not the shape that is asked for, be it fresh or a copy", async () => {
    await put(good);
    const query = {
      key: KEY,
      windowMs: () => WINDOW,
      accepts: (value: unknown) => typeof value === "object",
      fetch: async () => scene.origin(),
    };
    expect(await cache.get(query)).toMatchObject({ source: "origin", value: { film: "The Matrix" } });
    expect(await scene.process().get(query)).toMatchObject({ source: "cache", hits: 1 });
    scene.clock += WINDOW;
    const failing = {
      ...query,
      accepts: () => false,
      fetch: async () => Promise.reject(new Error("down")),
    };
    await expect(scene.process().get(failing)).rejects.toThrow("down");
    expect(scene.told()).toContain("unreadable");
  });

  it("is a miss and heals though nothing but its fence can be read", async () => {
    const fence = START + 30 * 60_000;
    await scene.watched.inner.writeBody(KEY, { ...entryOf(Buffer.alloc(0), 0), generation: "", fence });
    expect(await get()).toMatchObject({ source: "origin", stored: true });
    expect(await get()).toMatchObject({ source: "cache", hits: 1 });
    expect(scene.fetches).toBe(1);
  });

  it("is a miss and heals though its fence is absurd", async () => {
    const lease = { holder: "someone", fence: Number.MAX_SAFE_INTEGER };
    await scene.watched.inner.acquire(KEY, { ...lease, now: START });
    await scene.watched.inner.writeBody(KEY, { ...entryOf(good.subarray(0, 5)), fence: lease.fence });
    await scene.watched.inner.publish(KEY, { ...entryOf(good), freshUntil: START }, lease);
    expect(await get()).toMatchObject({ source: "origin", stored: true });
    expect(await get(scene.process())).toMatchObject({ source: "cache", hits: 1 });
    expect(scene.fetches).toBe(1);
  });

  it("is repaired by one process while the others wait for it", async () => {
    await put(good.subarray(0, 5));
    const fleet = Array.from({ length: 8 }, () => scene.process());
    scene.origin = () => new Promise((resolve) => setTimeout(resolve, 30, "mended"));
    const answers = await Promise.all(fleet.flatMap((one) => [get(one), get(one)]));
    expect(scene.fetches).toBe(1);
    expect(answers.every(({ value }) => value === "mended")).toBe(true);
    await Promise.all(fleet.map((one) => one.settle()));
    expect(scene.hits()).toBe(15);
  });

  it("leaves no hit behind when it can't be repaired", async () => {
    await put(good.subarray(0, 5));
    scene.origin = async () => Promise.reject(new Error("down"));
    await expect(get()).rejects.toThrow("down");
    await cache.settle();
    expect(scene.hits()).toBe(0);
  });

  it("is told where its counts were no numbers", async () => {
    const { inner } = scene.watched;
    const publish: CacheStore["publish"] = async (...asked) => {
      const published = await inner.publish(...asked);
      return published && { ...published, damaged: true };
    };
    await get(scene.process({ store: { ...inner, publish } }));
    expect(scene.events).toContainEqual({ type: "count-damaged", key: KEY });
    await get(scene.process());
    expect(scene.told().filter((one) => one === "count-damaged")).toHaveLength(1);
  });

  it("is one whose body is gone", async () => {
    await put(good);
    const { inner } = scene.watched;
    const read: CacheStore["read"] = async (key, options) => {
      const entry = await inner.read(key, options);
      return entry?.generation === "odd" ? null : entry;
    };
    const reader = scene.process({ store: { ...inner, read } });
    expect(await get(reader)).toMatchObject({ source: "origin", stored: true });
    expect(await get(reader)).toMatchObject({ hits: 1 });
  });

  it("is found behind a plain read that lags behind", async () => {
    await put(good);
    const { inner } = scene.watched;
    const read: CacheStore["read"] = async (key, { consistent }) =>
      consistent ? inner.read(key, { consistent }) : null;
    expect(await get(scene.process({ store: { ...inner, read } }))).toMatchObject({ value: "old", hits: 1 });
  });

  it("is answered but not stored when it is too large, and its hits are counted all the same", async () => {
    scene.origin = async () => Array.from({ length: 60_000 }, () => Math.random());
    expect(await get()).toMatchObject({ source: "origin", stored: false });
    expect(await get()).toMatchObject({ source: "cache", hits: null });
    expect(scene.watched.calls).not.toContain("writeBody");
    expect(scene.fetches).toBe(1);
    await cache.settle();
    expect(scene.watched.inner.hits(KEY)).toEqual({ current: 0, ended: 1 });
  });
});

describe("a hit that can't be answered", () => {
  it("is taken back: its value could not be read", async () => {
    await get();
    scene.watched.fail("busy", "read");
    const other = scene.process();
    expect(await get(other)).toMatchObject({ source: "origin" });
    scene.watched.recover();
    await other.settle();
    expect(scene.hits()).toBe(0);
  });

  it("is taken back: its window ended while it was read, and another answers", async () => {
    await get();
    scene.clock = START + WINDOW - 1;
    const { inner } = scene.watched;
    // Between counting and reading another process fetches anew.
    const late: CacheStore = {
      ...inner,
      async read(key, options) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return inner.read(key, options);
      },
      async addHits(key, target, addition) {
        const counted = await inner.addHits(key, target, addition);
        if (scene.clock < START + WINDOW) {
          scene.clock = START + WINDOW;
          expect(await get()).toMatchObject({ source: "origin" });
          expect(await get()).toMatchObject({ hits: 1 });
        }
        return counted;
      },
    };
    const reader = scene.process({ store: late });
    expect(await get(reader)).toMatchObject({ source: "cache", hits: 2, fetchedAt: START + WINDOW });
    await reader.settle();
    expect(inner.hits(KEY)).toEqual({ current: 2, ended: 0 });
    expect(scene.fetches).toBe(2);
  });
});
