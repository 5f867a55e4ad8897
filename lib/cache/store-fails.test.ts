import type { CountedCache } from "./counted-cache";
import { StoreError } from "./store";
import { finished, useFakeTime } from "./testing/fake-time";
import { createScene, HOUR, KEY, WINDOW, type Scene } from "./testing/scene";

let scene: Scene;
let cache: CountedCache;

const get = async (from: CountedCache = cache, key = KEY) => only(await finished([scene.get(from, key)]));
const times = (count: number) => finished(Array.from({ length: count }, () => scene.get(cache)));
const settle = async (from: CountedCache = cache) => only(await finished([from.settle()]));
const only = <T>([one]: T[]) => one as T;
const UNKNOWN = new StoreError("request", "failed", { cause: new Error("answer lost") });

beforeEach(() => {
  useFakeTime();
  scene = createScene();
  cache = scene.process();
});
afterEach(() => jest.useRealTimers());

describe("a store that is dead", () => {
  it("leaves one fetch per window, without numbers", async () => {
    scene.watched.fail("failed");
    expect(await get()).toMatchObject({ source: "origin", hits: 0, stored: false });
    expect(await times(50)).toEqual(Array(50).fill(expect.objectContaining({ source: "cache", hits: null })));
    expect(scene.fetches).toBe(1);
    scene.clock += WINDOW;
    expect(await get()).toMatchObject({ source: "origin", hits: 0 });
    expect(scene.fetches).toBe(2);
  });

  it("is asked no more until its pause is over, and then by one request, after the answers", async () => {
    scene.watched.fail("failed");
    await times(20);
    scene.watched.taken();
    await times(20);
    expect(scene.watched.taken()).toEqual([]);
    scene.clock += 1000;
    await times(20);
    expect(scene.watched.taken()).toEqual([]);
    cache.settle();
    await jest.advanceTimersByTimeAsync(0);
    expect(scene.watched.taken()).toHaveLength(1);
  });

  it("is found to be back after an answer, though no hit is owed", async () => {
    scene.watched.fail("failed");
    await get();
    scene.watched.recover();
    scene.clock += 1000;
    await settle();
    expect(await get()).toMatchObject({ source: "cache", hits: 1, stored: true });
  });

  it("takes what was fetched as soon as it is back, and every hit until then", async () => {
    scene.watched.fail("failed");
    await get();
    await times(5);
    scene.watched.recover();
    scene.clock += 1000;
    await settle();
    expect(await get()).toMatchObject({ source: "cache", stored: true });
    expect(await get(scene.process())).toMatchObject({ source: "cache", stored: true });
    expect(scene.hits()).toBe(7);
    expect(scene.fetches).toBe(1);
  });

  it("gives the entry of another process when it is back, and the hits until then are added to the ended ones", async () => {
    scene.watched.fail("failed");
    await get();
    await times(3);
    scene.watched.recover();
    await get(scene.process());
    scene.clock += 1000;
    await settle();
    expect(await get()).toMatchObject({ source: "cache", value: { fetch: 2 }, hits: 1 });
    expect(scene.watched.inner.hits(KEY)).toEqual({ current: 1, ended: 3 });
  });

  it("takes what was fetched when it is back, though the origin has failed meanwhile", async () => {
    scene.watched.fail("failed");
    await get();
    scene.watched.recover();
    scene.origin = async () => Promise.reject(new Error("down"));
    scene.clock += 500;
    await expect(get(scene.process())).rejects.toThrow("down");
    scene.clock += 500;
    await settle();
    scene.watched.taken();
    expect(await get()).toMatchObject({ source: "cache", hits: 1, stored: true });
    expect(scene.watched.taken().length).toBeLessThanOrEqual(7);
  });

  it("does not keep a stale copy from being answered when the origin fails too", async () => {
    await get();
    scene.clock += WINDOW;
    scene.watched.fail("failed");
    scene.origin = async () => Promise.reject(new Error("down"));
    expect(await get()).toMatchObject({ source: "cache", hits: null, stale: true });
    scene.watched.recover();
    scene.clock += 1000;
    await settle();
    expect(scene.hits()).toBe(1);
  });

  it("does not keep the failures of the origin from being spaced out", async () => {
    scene.watched.fail("failed");
    scene.origin = async () => Promise.reject(new Error("down"));
    await expect(get()).rejects.toThrow("down");
    await expect(get()).rejects.toThrow("down");
    expect(scene.fetches).toBe(1);
    scene.clock += 1000;
    await expect(get()).rejects.toThrow("down");
    expect(scene.fetches).toBe(2);
  });

  it("is reported once, and not by every answer", async () => {
    scene.watched.fail("failed");
    await times(20);
    await times(20);
    const failures = scene.events.filter(({ type }) => type === "store-failed");
    expect(failures.length).toBeLessThanOrEqual(2);
    const answers = scene.events.flatMap((event) => (event.type === "answer" ? [event] : []));
    expect(answers[0]).toMatchObject({ outcome: "fetched" });
    expect(answers.map(({ storeFailed }) => storeFailed)).toEqual(Array(40).fill(true));
  });
});

describe("wall clocks that are set back", () => {
  it("do not have the store left alone for an hour", async () => {
    await get();
    scene.watched.fail("failed");
    await get();
    scene.watched.recover();
    scene.setBackMs = HOUR;
    scene.clock += 1000;
    await settle();
    expect(scene.hits()).toBe(1);
  });

  it.each([
    [60_000, "cache"],
    [60_001, "origin"],
  ])("have what was fetched %d ms from now answered from the %s", async (setBackMs, source) => {
    await get();
    scene.setBackMs = setBackMs;
    expect(await get()).toMatchObject({ source });
  });

  it("do not keep hits from being delivered for an hour", async () => {
    await get();
    scene.watched.fail("busy", "addHits");
    await get();
    await settle();
    scene.watched.recover();
    scene.setBackMs = HOUR;
    scene.clock += 1000;
    await settle();
    expect(scene.hits()).toBe(1);
  });

  it("do not keep an entry from being offered to the store again for an hour", async () => {
    scene.watched.fail("busy", "writeBody");
    await get();
    scene.watched.recover();
    scene.setBackMs = HOUR;
    scene.clock += 1000;
    expect(await get()).toMatchObject({ stored: true });
  });
});

describe("a counter that is throttled", () => {
  it("neither fails an answer nor delays it, and its hits are delivered later", async () => {
    await get();
    scene.watched.fail("busy", "addHits");
    const started = performance.now();
    expect(await get()).toMatchObject({ source: "cache", hits: null, stale: false });
    const other = scene.process();
    expect(await get(other)).toMatchObject({ source: "cache", hits: null });
    // Less than the shortest deadline that a request is given.
    expect(performance.now() - started).toBeLessThan(140);
    scene.watched.recover();
    expect(await get()).toMatchObject({ hits: 2 });
    await settle(other);
    expect(await get()).toMatchObject({ hits: 4 });
    expect(scene.fetches).toBe(1);
  });

  /** A process whose first question is answered, while the looks that follow are not. */
  function throttledLater() {
    const { inner } = scene.watched;
    let asked = 0;
    const addHits: typeof inner.addHits = async (...request) => {
      if (asked++ > 0) throw new StoreError("add hits", "busy");
      return inner.addHits(...request);
    };
    return scene.process({ store: { ...inner, addHits } });
  }

  it("does not send who waits for another to the origin", async () => {
    scene.origin = () => new Promise((resolve) => setTimeout(resolve, 400, "film"));
    const waiting = Array.from({ length: 7 }, throttledLater);
    const answers = await finished([cache, ...waiting].map((one) => scene.get(one)));
    expect(answers.map(({ value }) => value)).toEqual(Array(8).fill("film"));
    expect(scene.fetches).toBe(1);
  });

  it("leaves time to fetch for who can't learn that the one it waits for is gone", async () => {
    const { inner } = scene.watched;
    const lease = { holder: "another", fence: scene.clock, now: scene.clock };
    await inner.acquire(KEY, lease);
    scene.origin = () => new Promise((resolve) => setTimeout(resolve, 3900, "film"));
    const started = performance.now();
    const asked = scene.get(throttledLater());
    await jest.advanceTimersByTimeAsync(100);
    await inner.release(KEY, lease, null);
    expect(await finished([asked])).toMatchObject([{ source: "origin", value: "film" }]);
    const waitedMs = performance.now() - started - 3900;
    expect(waitedMs).toBeGreaterThan(3000);
    expect(waitedMs).toBeLessThan(3500);
  });

  it("fails no answer where what is fresh can't be read either", async () => {
    await get();
    const { inner } = scene.watched;
    const addHits: typeof inner.addHits = () => Promise.reject(new StoreError("add hits", "busy"));
    const blind = scene.process({ store: { ...inner, addHits, read: async () => null } });
    const started = performance.now();
    expect(await get(blind)).toMatchObject({ source: "origin", stored: false });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("lets one process fetch though it can't say who does", async () => {
    scene.origin = () => new Promise((resolve) => setTimeout(resolve, 150, "film"));
    const { inner } = scene.watched;
    const throttled = <T>(request: (...all: never[]) => Promise<T>): never =>
      (async (...all: never[]) => {
        if (performance.now() < 100) throw new StoreError("request", "busy");
        return request(...all);
      }) as never;
    const store = { ...inner, addHits: throttled(inner.addHits), acquire: throttled(inner.acquire) };
    const fleet = Array.from({ length: 8 }, () => scene.process({ store }));
    await finished(fleet.map((one) => scene.get(one)));
    expect(scene.fetches).toBe(1);
  });

  it("keeps its hits until the store takes them, over several throttlings", async () => {
    await get();
    scene.watched.fail("busy", "addHits");
    await times(7);
    await settle();
    await get();
    await settle();
    expect(scene.hits()).toBe(0);
    scene.watched.recover();
    scene.clock += 500;
    await settle();
    expect(scene.hits()).toBe(8);
    await settle();
    expect(scene.hits()).toBe(8);
  });
});

describe("an entry that the store did not take", () => {
  it("is offered again after a second, and answered and counted meanwhile", async () => {
    scene.watched.fail("busy", "writeBody");
    expect(await get()).toMatchObject({ source: "origin", stored: false });
    scene.watched.recover();
    scene.watched.taken();
    // The refused write was tried again within 50 ms.
    scene.clock += 949;
    expect(await get()).toMatchObject({ source: "cache", hits: null, stored: false });
    expect(scene.watched.taken()).toEqual([]);
    scene.clock += 51;
    expect(await get()).toMatchObject({ source: "cache", stored: true });
    expect(scene.watched.taken()).toContain("writeBody");
    await settle();
    expect(scene.hits()).toBe(2);
    expect(scene.fetches).toBe(1);
  });

  it("is answered all the same where the store says nothing when it is offered again", async () => {
    scene.watched.fail("busy", "writeBody");
    await get();
    scene.watched.fail("failed");
    scene.clock += 1000;
    expect(await get()).toMatchObject({ source: "cache", hits: null, stored: false });
    expect(scene.fetches).toBe(1);
  });
});

describe("a value that was fetched without a lease", () => {
  it("is offered to a throttled store once a second, and not with every answer", async () => {
    scene.watched.fail("busy", "addHits", "acquire");
    expect(await get()).toMatchObject({ source: "origin", stored: false });
    scene.watched.taken();
    for (let second = 0; second < 3; second++) {
      await times(20);
      await times(20);
      expect(scene.watched.taken()).toEqual(second === 0 ? [] : ["read", "addHits", "acquire", "acquire"]);
      scene.clock += 1000;
    }
    scene.watched.recover();
    expect(await get()).toMatchObject({ source: "cache", stored: true });
    expect(scene.fetches).toBe(1);
  });

  it("is not offered with every answer while another process fetches", async () => {
    scene.watched.fail("busy", "addHits", "acquire");
    await get();
    scene.watched.recover();
    scene.clock += 1000;
    await scene.watched.inner.acquire(KEY, { holder: "other", fence: scene.clock, now: scene.clock });
    scene.watched.taken();
    await times(20);
    await times(20);
    expect(scene.watched.taken()).toEqual(["read", "addHits"]);
  });
});

describe("a total that takes no hits", () => {
  it("is asked again until it does", async () => {
    const { inner } = scene.watched;
    let broken = true;
    const addHits: typeof inner.addHits = async (key, target, addition) =>
      target === "ended" && broken
        ? {
            outcome: "refused",
            state: { generation: null, freshUntil: 0, clearedAt: 0, fence: 0, holder: null, failure: null },
          }
        : inner.addHits(key, target, addition);
    const process = scene.process({ store: { ...inner, addHits } });
    scene.origin = async () => Array.from({ length: 60_000 }, () => Math.random());
    await get(process);
    await get(process);
    await settle(process);
    expect(scene.hits()).toBe(0);
    broken = false;
    await settle(process);
    expect(scene.hits()).toBe(1);
  });
});

describe("hits that can't be delivered", () => {
  it("are not tried again with every answer", async () => {
    await get();
    scene.watched.fail("busy", "addHits");
    await times(5);
    scene.watched.taken();
    await finished(Array.from({ length: 10 }, () => cache.settle()));
    // Within 3 s, every half a second.
    expect(scene.watched.taken().length).toBeLessThanOrEqual(6);
    scene.watched.recover();
    await settle();
    expect(scene.hits()).toBe(5);
  });
});

describe("a store that says nothing of what it has done", () => {
  it("counts a hit once whose answer got lost, and the answer has its number", async () => {
    await get();
    let lost = 0;
    scene.watched.go((operation, stage) => {
      if (operation === "addHits" && stage === "after" && lost++ === 0) throw UNKNOWN;
    });
    expect(await get()).toMatchObject({ hits: 1 });
    expect(await get()).toMatchObject({ hits: 2 });
  });

  it("counts a hit once whose answer got lost twice", async () => {
    await get();
    let lost = 0;
    scene.watched.go((operation, stage) => {
      if (operation === "addHits" && stage === "after" && lost++ < 2) throw UNKNOWN;
    });
    expect(await get()).toMatchObject({ hits: null });
    expect(scene.hits()).toBe(1);
    scene.clock += 1000;
    await settle();
    expect(await get()).toMatchObject({ hits: 2 });
    expect(scene.hits()).toBe(2);
  });

  it("counts a hit once that was lost on the way there, twice", async () => {
    await get();
    let lost = 0;
    scene.watched.go((operation, stage) => {
      if (operation === "addHits" && stage === "before" && lost++ < 2) throw UNKNOWN;
    });
    expect(await get()).toMatchObject({ hits: null });
    expect(scene.hits()).toBe(0);
    scene.clock += 1000;
    await settle();
    expect(scene.hits()).toBe(1);
  });

  it("counts a looked-up hit once whose answer got lost for good", async () => {
    await get();
    const other = scene.process();
    let lost = 0;
    scene.watched.go((operation, stage) => {
      if (operation === "addHits" && stage === "after" && lost++ < 2) throw UNKNOWN;
    });
    expect(await get(other)).toMatchObject({ source: "cache", hits: null });
    scene.clock += 1000;
    await settle(other);
    expect(scene.hits()).toBe(1);
  });

  it.each(["acquire", "writeBody", "publish"] as const)(
    "stores an entry once when the answer to %s gets lost",
    async (lossy) => {
      let lost = 0;
      scene.watched.go((operation, stage) => {
        if (operation === lossy && stage === "after" && lost++ === 0) throw UNKNOWN;
      });
      expect(await get()).toMatchObject({ source: "origin", stored: true });
      expect(await get(scene.process())).toMatchObject({ source: "cache", hits: 1 });
      expect(scene.fetches).toBe(1);
    },
  );
});

describe("a lease of which nobody knows whether it was had", () => {
  const loseAnswerTo = (lossy: string) => {
    let lost = 0;
    scene.watched.go((operation, stage) => {
      if (operation === lossy && stage === "after" && lost++ < 2) throw UNKNOWN;
    });
  };

  const slow = (ms: number) => {
    scene.origin = () => new Promise((resolve) => setTimeout(resolve, ms, "film"));
  };

  it("is not left behind to keep all others waiting", async () => {
    loseAnswerTo("acquire");
    expect(await get()).toMatchObject({ source: "origin", hits: 0 });
    scene.watched.recover();
    scene.clock += 1000;
    await settle();
    expect(await get()).toMatchObject({ source: "cache", hits: 1, stored: true });
    expect(await get(scene.process())).toMatchObject({ source: "cache", hits: 2 });
    expect(scene.fetches).toBe(1);
  });

  it("is known to be had by the time that a slow fetch ends, and its entry is stored", async () => {
    loseAnswerTo("acquire");
    slow(2000);
    expect(await get()).toMatchObject({ source: "origin", hits: 0, stored: true });
    expect(await get(scene.process())).toMatchObject({ source: "cache", hits: 1 });
    expect(scene.fetches).toBe(1);
  });

  it.each([0, 2000])(
    "writes nothing when it turns out to be another's after a fetch of %d ms",
    async (ms) => {
      slow(ms);
      const { inner } = scene.watched;
      const lease = { holder: "other", fence: scene.clock };
      await inner.acquire(KEY, { ...lease, now: scene.clock });
      const blind: typeof inner.addHits = () => Promise.reject(new StoreError("add hits", "busy"));
      let lost = 0;
      const acquire: typeof inner.acquire = async (key, bid) => {
        if (lost++ < 2) throw UNKNOWN;
        return inner.acquire(key, bid);
      };
      const ahead = scene.process({ skew: 1000, store: { ...inner, addHits: blind, acquire } });
      expect(await get(ahead)).toMatchObject({ source: "origin", stored: false });
      expect(await inner.read(KEY, { consistent: true })).toBeNull();
      const entry = { generation: "g", fetchedAt: 0, freshUntil: 1, staleUntil: 2 };
      expect(await inner.publish(KEY, entry, lease)).not.toBeNull();
    },
  );

  it("does not keep what was fetched from being answered when it was another's", async () => {
    scene.watched.go((operation) => {
      if (operation === "acquire") throw UNKNOWN;
    });
    expect(await get()).toMatchObject({ source: "origin", hits: 0, stored: false });
    expect(await get()).toMatchObject({ source: "cache", hits: null });
    expect(scene.fetches).toBe(1);
  });
});

describe("a store that hangs", () => {
  beforeEach(async () => {
    await get();
    scene.watched.go((_operation, stage) => {
      if (stage === "before") return new Promise(() => undefined);
    });
  });

  it("costs its deadline twice, and then nothing", async () => {
    const started = performance.now();
    expect(await get()).toMatchObject({ source: "cache", hits: null });
    const first = performance.now() - started;
    // 150 ms, at most 50 ms until it is tried again, and then twice as long.
    expect(first).toBeGreaterThanOrEqual(450);
    expect(first).toBeLessThanOrEqual(500);
    await times(20);
    expect(performance.now() - started).toBe(first);
  });

  it("costs that once, and then no answer from memory anything, for as long as it hangs", async () => {
    const slow: number[] = [];
    async function visit() {
      const started = performance.now();
      await scene.get(cache);
      if (performance.now() > started) slow.push(performance.now() - started);
      await cache.settle();
    }
    const visits: Promise<void>[] = [];
    for (let second = 0; second < 60; second++) {
      visits.push(visit());
      await jest.advanceTimersByTimeAsync(1000);
    }
    await finished(visits);
    expect(slow).toHaveLength(1);
    scene.watched.recover();
    scene.clock += 5000;
    await settle();
    expect(await get()).toMatchObject({ hits: 61 });
  });

  it("costs a key that nobody holds 150 ms, when it is its turn to try", async () => {
    await get();
    for (let probe = 0; probe < 3; probe++) {
      scene.clock += 5000;
      const started = performance.now();
      expect(await get(cache, `cold-${probe}`)).toMatchObject({ source: "origin", stored: false });
      expect(performance.now() - started).toBe(150);
    }
  });

  it("is given all its time by who tries after an answer, so that one that has become slow is found", async () => {
    await get();
    scene.watched.go((_operation, stage) =>
      stage === "before" ? new Promise((resolve) => setTimeout(resolve, 250)) : undefined,
    );
    scene.clock += 1000;
    await settle();
    expect(scene.hits()).toBe(1);
    expect(await get()).toMatchObject({ hits: 2 });
  });

  it("does not hold up a fetch for longer than that", async () => {
    const started = performance.now();
    expect(await get(cache, "another")).toMatchObject({ source: "origin", stored: false });
    expect(performance.now() - started).toBeLessThanOrEqual(500);
  });
});

describe("what is not a failure of the store", () => {
  it("is let through: it is a bug", async () => {
    scene.watched.go(() => {
      throw new TypeError("a bug");
    });
    await expect(get()).rejects.toThrow("a bug");
  });
});

describe("settling", () => {
  it("waits for answers that are under way", async () => {
    let finish: (value: unknown) => void = () => undefined;
    scene.origin = () => new Promise((resolve) => (finish = resolve));
    const answering = scene.get(cache);
    await jest.advanceTimersByTimeAsync(5);
    let settled = false;
    const settling = cache.settle().then(() => (settled = true));
    await jest.advanceTimersByTimeAsync(5);
    expect(settled).toBe(false);
    finish("film");
    await settling;
    expect(await answering).toMatchObject({ source: "origin" });
  });

  /** How long it takes, in milliseconds. */
  async function settlingTakes(): Promise<number> {
    const started = performance.now();
    await settle();
    return performance.now() - started;
  }
  const owed = () => scene.events.filter(({ type }) => type === "hits-owed");

  it.each(["busy", "failed"] as const)(
    "delivers what a store that %s takes a moment later",
    async (reason) => {
      await get();
      scene.watched.fail(reason, "addHits");
      await times(3);
      setTimeout(() => scene.watched.recover(), 300);
      expect(await settlingTakes()).toBeLessThanOrEqual(2000);
      expect(scene.hits()).toBe(3);
      expect(owed()).toEqual([]);
    },
  );

  it.each(["busy", "failed"] as const)(
    "ends after 3 s where the store %s for longer, and tells what it keeps",
    async (reason) => {
      await get();
      scene.watched.fail(reason, "addHits", "voidAddition");
      await times(3);
      expect(await settlingTakes()).toBeLessThanOrEqual(3000);
      expect(owed()).toEqual([{ type: "hits-owed", count: 3 }]);
      scene.watched.recover();
      scene.clock += 5000;
      await settle();
      expect(scene.hits()).toBe(3);
      expect(owed()).toHaveLength(1);
      expect(scene.told()).not.toContain("hits-lost");
    },
  );

  it("does not wait for a store that is left alone for longer than that", async () => {
    await get();
    scene.watched.fail("failed");
    await get();
    // 1 s, then 2 s, and now 4 s.
    for (let probe = 0; probe < 2; probe++) await settle();
    expect(await settlingTakes()).toBe(0);
  });

  it("takes 6 s at most, whatever hangs", async () => {
    await get();
    scene.watched.go(() => new Promise(() => undefined));
    scene.origin = () => new Promise(() => undefined);
    const asked = [scene.get(cache), scene.get(cache, "another").catch(() => undefined)];
    await jest.advanceTimersByTimeAsync(500);
    expect(await settlingTakes()).toBeLessThanOrEqual(6000);
    await finished(asked);
  });

  it("takes no time when nothing is owed", async () => {
    await get();
    await get();
    expect(await settlingTakes()).toBe(0);
  });

  it("asks nothing when there is nothing to do", async () => {
    await get();
    await get();
    scene.watched.taken();
    await settle();
    expect(scene.watched.taken()).toEqual([]);
  });
});
