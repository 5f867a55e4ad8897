import type { CountedCache } from "./counted-cache";
import { createScene, HOUR, KEY, START, WINDOW, type Scene } from "./testing/scene";

let scene: Scene;
let cache: CountedCache;

const get = (from: CountedCache = cache, key = KEY) => scene.get(from, key);

beforeEach(() => {
  scene = createScene();
  cache = scene.process();
});

describe("an origin that fails", () => {
  beforeEach(async () => {
    await get();
    await get();
    scene.origin = async () => Promise.reject(new Error("down"));
    scene.clock = START + WINDOW;
  });

  it("answers the copy as stale and counts it as a hit", async () => {
    expect(await get()).toMatchObject({ source: "cache", hits: 2, stale: true, fetchedAt: START });
    expect(await get()).toMatchObject({ hits: 3, stale: true });
  });

  it("answers the copy in a process that has nothing in memory", async () => {
    expect(await get(scene.process())).toMatchObject({ hits: 2, stale: true });
  });

  it("spaces its calls out: 1 s, 2 s, 4 s … up to 30 s", async () => {
    const callsAt: number[] = [];
    for (let second = 0; second <= 130; second++) {
      const before = scene.fetches;
      await get();
      if (scene.fetches > before) callsAt.push(second);
      scene.clock += 1000;
    }
    expect(callsAt).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
  });

  it("costs one request to the store per stale hit between those calls", async () => {
    await get();
    scene.watched.calls.length = 0;
    await get();
    expect(scene.watched.calls).toEqual(["addHits"]);
  });

  it("fetches again once the origin is back", async () => {
    await get();
    scene.origin = async () => "back";
    scene.clock += 1000;
    expect(await get()).toMatchObject({ value: "back", source: "origin", hits: 0, stale: false });
    expect(await get()).toMatchObject({ hits: 1, stale: false });
  });

  it("takes what another process has fetched meanwhile", async () => {
    await get();
    scene.origin = async () => "theirs";
    scene.clock += 500;
    expect(await get(scene.process({ skew: 500 }))).toMatchObject({ source: "origin" });
    expect(await get()).toMatchObject({ value: "theirs", hits: 1, stale: false });
  });

  it("answers a copy of just under 24 hours and no older one", async () => {
    scene.clock = START + 24 * HOUR - 1;
    expect(await get()).toMatchObject({ stale: true });
    scene.clock = START + 24 * HOUR;
    await expect(get()).rejects.toThrow("down");
    scene.clock += 60_000;
    await expect(get(scene.process())).rejects.toThrow("down");
  });

  it("tells the error where there is no copy, again and again without asking", async () => {
    const before = scene.fetches;
    await expect(get(cache, "other")).rejects.toThrow("down");
    await expect(get(cache, "other")).rejects.toThrow("down");
    expect(scene.fetches).toBe(before + 1);
  });

  it("is spaced out by all processes together: one call where eight ask", async () => {
    const fleet = Array.from({ length: 8 }, () => scene.process());
    const callsAt: number[] = [];
    for (let second = 0; second <= 20; second++) {
      const before = scene.fetches;
      const answers = await Promise.all(fleet.map((one) => get(one)));
      expect(answers.every(({ stale }) => stale)).toBe(true);
      expect(scene.fetches - before).toBeLessThanOrEqual(1);
      if (scene.fetches > before) callsAt.push(second);
      scene.clock += 1000;
    }
    expect(callsAt).toEqual([0, 1, 3, 7, 15]);
    expect(scene.hits()).toBe(1 + 8 * 21);
  });

  it("starts at 1 s again after it was well for a while", async () => {
    await get();
    scene.origin = async () => "back";
    scene.clock += 1000;
    await get();
    scene.origin = async () => Promise.reject(new Error("down"));
    scene.clock += WINDOW;
    await get();
    const before = scene.fetches;
    scene.clock += 999;
    await get();
    expect(scene.fetches).toBe(before);
    scene.clock += 1;
    await get();
    expect(scene.fetches).toBe(before + 1);
  });

  it("is told by name in a process that has no copy and did not ask", async () => {
    await expect(get(cache, "other")).rejects.toThrow("down");
    scene.clock += 250;
    await expect(get(scene.process(), "other")).rejects.toMatchObject({
      name: "OriginFailedError",
      reason: "Error",
      retryAfterMs: 750,
    });
  });
});

describe("an origin that asks to wait", () => {
  const busy = () =>
    Promise.reject(Object.assign(new Error("busy"), { name: "BusyError", retryAfterMs: 2000 }));

  it("is left alone by every process and for every key until the time is over", async () => {
    scene.origin = busy;
    await expect(get()).rejects.toThrow("busy");
    const other = scene.process();
    scene.clock += 1500;
    const told = { name: "OriginFailedError", reason: "BusyError", retryAfterMs: 500 };
    await expect(get(cache)).rejects.toMatchObject({ ...told, cause: { name: "BusyError" } });
    await expect(get(cache, "second")).rejects.toMatchObject(told);
    await expect(get(other)).rejects.toMatchObject(told);
    await expect(get(other, "third")).rejects.toMatchObject(told);
    expect(scene.fetches).toBe(1);
    scene.origin = async () => "back";
    scene.clock += 500;
    expect(await get(other, "third")).toMatchObject({ source: "origin" });
    expect(await get()).toMatchObject({ source: "origin" });
  });

  it("is told once, with its end", async () => {
    scene.origin = busy;
    await expect(get()).rejects.toThrow("busy");
    await expect(get(scene.process())).rejects.toMatchObject({ name: "OriginFailedError" });
    const coolDowns = scene.events.filter(({ type }) => type === "cool-down");
    expect(coolDowns).toEqual([{ type: "cool-down", until: START + 2000 }]);
  });

  it("leaves no lease behind in a process that hears of it", async () => {
    await scene.watched.inner.coolDown({ until: START + 2000, reason: "BusyError" });
    await expect(get()).rejects.toMatchObject({ reason: "BusyError" });
    expect(scene.watched.taken()).toContain("release");
    scene.origin = async () => "back";
    scene.clock += 2000;
    expect(await get(scene.process())).toMatchObject({ source: "origin", value: "back" });
  });

  it("costs the store no more than a look while this process knows of it", async () => {
    scene.origin = busy;
    await expect(get()).rejects.toThrow("busy");
    scene.watched.taken();
    await expect(get()).rejects.toThrow();
    expect(scene.watched.taken().sort()).toEqual(["addHits", "read"]);
  });

  it("lets copies be answered as stale meanwhile, and counted", async () => {
    await get();
    scene.clock += WINDOW;
    scene.origin = busy;
    expect(await get()).toMatchObject({ stale: true, hits: 1 });
    expect(await get(scene.process())).toMatchObject({ stale: true, hits: 2 });
    expect(await get()).toMatchObject({ stale: true, hits: 3 });
    expect(scene.fetches).toBe(2);
  });

  it("is not believed when the store says that it asks for more than an hour", async () => {
    await scene.watched.inner.coolDown({ until: START + 2 * HOUR, reason: "BusyError" });
    expect(await get()).toMatchObject({ source: "origin" });
  });
});

describe("a copy that the store has no longer", () => {
  it("is answered where the store has another, whose body is lost", async () => {
    const other = scene.process();
    await get();
    scene.clock += WINDOW;
    await get(other);
    scene.clock += WINDOW;
    scene.watched.store.read = async () => null;
    scene.origin = async () => Promise.reject(new Error("down"));
    const answer = { source: "cache", stale: true, hits: null, value: { fetch: 1 } };
    expect(await get()).toMatchObject(answer);
    await cache.settle();
    expect(scene.hits()).toBe(1);
  });
});
