import type { CountedCache } from "./counted-cache";
import { passingTime, useFakeTime } from "./testing/fake-time";
import { createScene, HOUR, KEY, numbersOf, upTo, WINDOW, type Scene } from "./testing/scene";

let scene: Scene;

const get = (from: CountedCache, key = KEY) => scene.get(from, key);
const fleetOf = (size: number) => Array.from({ length: size }, () => scene.process());
const slowly = (milliseconds: number, value: unknown) => () =>
  new Promise<unknown>((resolve) => setTimeout(resolve, milliseconds, value));

beforeEach(() => {
  useFakeTime();
  scene = createScene();
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** Lets time pass until all have come to an end. */
const ended = <T>(promises: Promise<T>[]): Promise<PromiseSettledResult<T>[]> =>
  passingTime(Promise.allSettled(promises), () => jest.advanceTimersByTimeAsync(5));

async function answersOf<T>(promises: Promise<T>[]): Promise<T[]> {
  return (await ended(promises)).map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
}

describe("a fleet of processes", () => {
  it("fetches a cold key once, and every other answer is a hit with a number of its own", async () => {
    scene.origin = slowly(150, "film");
    const answers = await answersOf(fleetOf(8).flatMap((one) => Array.from({ length: 50 }, () => get(one))));
    expect(scene.fetches).toBe(1);
    expect(numbersOf(answers)).toEqual(upTo(399));
    expect(answers.filter(({ source }) => source === "origin")).toHaveLength(1);
    expect(scene.watched.inner.hits(KEY)).toEqual({ current: 399, ended: 0 });
  });

  it("asks the store at most 3 + 6 times per process for that", async () => {
    scene.origin = slowly(150, "film");
    await answersOf(fleetOf(8).flatMap((one) => Array.from({ length: 50 }, () => get(one))));
    expect(scene.watched.calls.length).toBeLessThanOrEqual(3 + 6 * 8);
  });

  it("fetches once at expiry", async () => {
    const fleet = fleetOf(8);
    scene.origin = slowly(150, "film");
    await answersOf(fleet.map((one) => get(one)));
    scene.clock += WINDOW;
    const answers = await answersOf(fleet.map((one) => get(one)));
    expect(scene.fetches).toBe(2);
    expect(numbersOf(answers)).toEqual(upTo(7));
    expect(scene.watched.inner.hits(KEY)).toEqual({ current: 7, ended: 7 });
  });

  it("fetches once when clocks are 10 s apart", async () => {
    const fleet = [-5000, 0, 5000].map((skew) => scene.process({ skew }));
    scene.origin = slowly(150, "film");
    expect(numbersOf(await answersOf(fleet.map((one) => get(one))))).toEqual([0, 1, 2]);
    scene.clock += WINDOW + 6000;
    expect(numbersOf(await answersOf(fleet.map((one) => get(one))))).toEqual([0, 1, 2]);
    expect(scene.fetches).toBe(2);
  });

  it.each([0, 0.5, 0.999])(
    "waits for little longer than a fetch takes, with a jitter of %f",
    async (jitter) => {
      jest.spyOn(Math, "random").mockReturnValue(jitter);
      const fleet = fleetOf(2);
      for (const upstream of [20, 80, 150, 400, 600, 1500]) {
        scene.origin = slowly(upstream, "film");
        const started = performance.now();
        await answersOf(fleet.map((one) => get(one, `key-${upstream}`)));
        const late = upstream <= 600 ? 105 : upstream / 5;
        expect(performance.now() - started).toBeLessThanOrEqual(Math.max(upstream, 230) + late);
      }
    },
  );

  it.each([30, 170])("learns from waiting how long a fetch takes, and no more: %i ms", async (upstream) => {
    const [holder, waiter] = [scene.process({ clockRuns: true }), scene.process({ clockRuns: true })];
    scene.origin = slowly(upstream, "film");
    const waits: number[] = [];
    for (let fetch = 0; fetch < 40; fetch++) {
      const fetching = get(holder, `key-${fetch}`);
      const started = performance.now();
      await answersOf([fetching, get(waiter, `key-${fetch}`)]);
      waits.push(performance.now() - started);
    }
    expect(Math.max(...waits.slice(20))).toBeLessThanOrEqual(upstream + 80);
  });

  it("does not keep who comes late any longer than who came first", async () => {
    const [holder, waiter] = [scene.process({ clockRuns: true }), scene.process({ clockRuns: true })];
    scene.origin = slowly(200, "film");
    const fetching = get(holder);
    const started = performance.now();
    await jest.advanceTimersByTimeAsync(150);
    await answersOf([fetching, get(waiter)]);
    expect(performance.now() - started).toBeLessThanOrEqual(250);
  });

  it("tells who waited", async () => {
    scene.origin = slowly(150, "film");
    await answersOf(fleetOf(2).flatMap((one) => [get(one), get(one)]));
    const answers = scene.events.flatMap((event) => (event.type === "answer" ? [event] : []));
    expect(answers.filter(({ waited }) => waited)).toHaveLength(2);
    expect(answers.filter(({ tookOver }) => tookOver)).toHaveLength(0);
  });

  it("tells of who joins a flight how long it waited itself, and whether the store failed", async () => {
    scene.origin = slowly(3000, "film");
    scene.watched.fail("busy", "writeBody");
    const one = scene.process();
    const first = get(one);
    await jest.advanceTimersByTimeAsync(1000);
    await answersOf([first, get(one)]);
    const [leader, joiner] = scene.events.flatMap((event) => (event.type === "answer" ? [event] : []));
    expect(leader).toMatchObject({ outcome: "fetched", originMs: 3000, storeFailed: true, waited: false });
    expect(joiner).toMatchObject({ outcome: "hit", originMs: 2000, storeFailed: true, waited: false });
    for (const told of [leader, joiner]) expect(told?.storeMs).toBeLessThanOrEqual(50);
  });

  it("hears of a failure, and asks no more", async () => {
    scene.origin = () => slowly(150, 0)().then(() => Promise.reject(new Error("down")));
    const results = await ended(fleetOf(8).map((one) => get(one)));
    expect(scene.fetches).toBe(1);
    const names = results.map((one) => (one.status === "rejected" ? one.reason.name : "answered"));
    expect(names.filter((name) => name === "OriginFailedError")).toHaveLength(7);
    expect(names.filter((name) => name === "Error")).toHaveLength(1);
  });
});

describe("a holder that dies", () => {
  /** Takes the lease and is never heard of again. */
  const die = () =>
    scene.watched.inner.acquire(KEY, { holder: "dead", fence: scene.clock, now: scene.clock });

  it("is followed by one other process after 5 s", async () => {
    await die();
    const started = performance.now();
    const answers = await answersOf(fleetOf(8).flatMap((one) => [get(one), get(one)]));
    const took = performance.now() - started;
    expect(took).toBeGreaterThanOrEqual(5000);
    expect(took).toBeLessThan(6000);
    expect(scene.fetches).toBe(1);
    expect(numbersOf(answers)).toEqual(upTo(15));
    const told = scene.events.flatMap((event) => (event.type === "answer" && event.tookOver ? [event] : []));
    expect(told).toHaveLength(1);
  });

  it("costs one fetch, also where that takes 2 s", async () => {
    await die();
    scene.origin = slowly(2000, "film");
    expect(numbersOf(await answersOf(fleetOf(8).map((one) => get(one))))).toEqual(upTo(7));
    expect(scene.fetches).toBe(1);
  });

  it("is not followed early by a process whose clock is ahead", async () => {
    await die();
    const started = performance.now();
    await answersOf([get(scene.process({ skew: 5000 }))]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(5000);
  });

  it("is followed at once when it died long ago", async () => {
    await die();
    scene.clock += 60_000;
    const started = performance.now();
    await answersOf([get(scene.process())]);
    expect(performance.now() - started).toBeLessThan(50);
  });

  it("does no harm when it comes back late", async () => {
    let wakeUp: (value: unknown) => void = () => undefined;
    scene.origin = () => new Promise((resolve) => (wakeUp = resolve));
    const [late, next] = fleetOf(2) as [CountedCache, CountedCache];
    const lateAnswers = [get(late), get(late)];
    await jest.advanceTimersByTimeAsync(10);
    scene.origin = async () => "next";
    expect(await answersOf([get(next)])).toMatchObject([{ value: "next", source: "origin" }]);
    wakeUp("late");
    // Who has not fetched itself looks for what is the entry by now.
    expect(await answersOf(lateAnswers)).toMatchObject([
      { value: "late", source: "origin", hits: 0 },
      { value: "next", source: "cache", hits: 1 },
    ]);
    expect(scene.fetches).toBe(2);
    expect(await get(late)).toMatchObject({ value: "next", source: "cache", hits: 2 });
    expect(scene.hits()).toBe(2);
  });
});

describe("a store that takes no bodies", () => {
  it.each(["writeBody", "publish"] as const)("keeps nobody waiting for a lease: %s", async (operation) => {
    scene.origin = slowly(150, "film");
    const fleet = fleetOf(4);
    scene.watched.fail("busy", operation);
    for (let round = 0; round < 3; round++) {
      const started = performance.now();
      const answers = await answersOf(fleet.map((one) => get(one)));
      expect(answers.every(({ value }) => value === "film")).toBe(true);
      expect(performance.now() - started).toBeLessThan(1500);
    }
    expect(scene.fetches).toBe(4);
    const counted = scene.events.filter((event) => event.type === "answer" && event.outcome === "hit").length;
    scene.watched.recover();
    scene.clock += 1000;
    await answersOf(fleet.map((one) => get(one)));
    await answersOf(fleet.map((one) => one.settle()));
    expect(scene.hits()).toBe(counted + 4);
  });
});

describe("a store that takes no bodies, and an origin that is slow", () => {
  it.each(["writeBody", "publish"] as const)("fail nobody: %s", async (operation) => {
    scene.origin = slowly(900, "film");
    const fleet = fleetOf(12);
    scene.watched.fail("busy", operation);
    const started = performance.now();
    const answers = await answersOf(fleet.map((one) => get(one)));
    expect(answers.every(({ value }) => value === "film")).toBe(true);
    // Two one after the other, and then all others at once.
    expect(performance.now() - started).toBeLessThan(4000);
    expect(scene.fetches).toBe(12);
  });
});

it("asks an origin that asks to wait once, though all wait for one holder after the other", async () => {
  const busy = Object.assign(new Error("busy"), { name: "BusyError", retryAfterMs: 3000 });
  scene.origin = () => slowly(300, 0)().then(() => Promise.reject(busy));
  // So long that the others see who has the lease.
  scene.watched.go(async (operation) => {
    if (operation === "readCoolDown") await slowly(100, null)();
  });
  const results = await ended(fleetOf(12).map((one) => get(one)));
  expect(results.map(({ status }) => status)).toEqual(Array(12).fill("rejected"));
  expect(scene.fetches).toBe(1);
});

describe("patience", () => {
  it("ends after 7.5 s with an error when there is nothing to answer", async () => {
    scene.origin = () => new Promise(() => undefined);
    const started = performance.now();
    const [result] = await ended([get(scene.process())]);
    expect(result).toMatchObject({ status: "rejected", reason: { name: "WaitedTooLongError" } });
    expect(performance.now() - started).toBeLessThanOrEqual(7520);
  });

  it("ends with the copy when there is one", async () => {
    const process = scene.process();
    await get(process);
    scene.clock += WINDOW;
    scene.origin = () => new Promise(() => undefined);
    expect(await answersOf([get(process)])).toMatchObject([{ stale: true, source: "cache" }]);
  });

  it("ends with an error where the copy may not be answered any more", async () => {
    const process = scene.process();
    const query = { key: KEY, windowMs: () => WINDOW, staleMs: () => 0, fetch: () => scene.origin() };
    await process.get(query);
    scene.clock += WINDOW;
    scene.origin = () => new Promise(() => undefined);
    const [result] = await ended([process.get(query)]);
    expect(result).toMatchObject({ status: "rejected", reason: { name: "WaitedTooLongError" } });
  });

  it("ends with the copy that was found in the store, by processes that held none", async () => {
    await get(scene.process());
    scene.clock += WINDOW;
    await scene.watched.inner.acquire(KEY, { holder: "dead", fence: scene.clock, now: scene.clock });
    scene.origin = () => slowly(4000, 0)().then(() => Promise.reject(new Error("down")));
    const fleet = fleetOf(3);
    const answers = await answersOf(fleet.flatMap((one) => [get(one), get(one)]));
    expect(answers).toMatchObject(Array(6).fill({ stale: true, source: "cache" }));
    // Who fetches has not come to an end when patience does, and counts later.
    expect(answers.filter(({ hits }) => hits === null)).toHaveLength(2);
    await answersOf(fleet.map((one) => one.settle()));
    expect(scene.hits()).toBe(6);
  });

  it.each([0, 0.5, 0.999])(
    "ends with the copy, counted, while one holder follows another, with a jitter of %f",
    async (jitter) => {
      jest.spyOn(Math, "random").mockReturnValue(jitter);
      await get(scene.process());
      scene.clock += WINDOW;
      const { inner } = scene.watched;
      await inner.acquire(KEY, { holder: "first", fence: scene.clock, now: scene.clock });
      const asked = get(scene.process());
      await jest.advanceTimersByTimeAsync(4000);
      const next = { holder: "second", fence: scene.clock + 1, now: scene.clock };
      await inner.acquire(KEY, { ...next, dead: scene.clock });
      expect(await answersOf([asked])).toMatchObject([{ stale: true, source: "cache", hits: 1 }]);
    },
  );

  it("ends with what was fetched where the store takes too long to take it", async () => {
    await scene.watched.inner.acquire(KEY, { holder: "dead", fence: scene.clock, now: scene.clock });
    scene.origin = slowly(2200, "film");
    scene.watched.go((operation) =>
      operation === "publish" || operation === "release" ? new Promise(() => undefined) : undefined,
    );
    const process = scene.process();
    const answers = await answersOf([get(process), get(process)]);
    const late = { value: "film", stale: false };
    expect(answers).toMatchObject([
      { ...late, source: "origin", hits: 0 },
      { ...late, source: "cache", hits: null },
    ]);
    expect(scene.fetches).toBe(1);
    scene.watched.recover();
    await answersOf([process.settle()]);
    expect(await answersOf([get(process)])).toMatchObject([{ value: "film", source: "cache" }]);
    await answersOf([process.settle()]);
    expect(scene.hits()).toBe(2);
  });

  it("tells what an answer that came late has gone through so far", async () => {
    await scene.watched.inner.acquire(KEY, { holder: "dead", fence: scene.clock, now: scene.clock });
    scene.origin = slowly(4000, "film");
    const process = scene.process();
    await ended([get(process), get(process)]);
    const told = scene.events.flatMap((event) => (event.type === "answer" ? [event] : []));
    const late = { outcome: "failed", waited: true, storeFailed: false, originMs: expect.any(Number) };
    expect(told).toMatchObject([
      { ...late, tookOver: true },
      { ...late, tookOver: false },
    ]);
    for (const { originMs } of told) {
      expect(originMs).toBeGreaterThan(2000);
      expect(originMs).toBeLessThan(2500);
    }
  });

  it("counts what was answered late, once", async () => {
    const process = scene.process();
    await get(process);
    scene.clock += WINDOW;
    let fail: (error: Error) => void = () => undefined;
    scene.origin = () => new Promise((_resolve, reject) => (fail = reject));
    expect(await answersOf([get(process)])).toMatchObject([{ stale: true, hits: null }]);
    fail(new Error("down"));
    await answersOf([process.settle()]);
    expect(scene.hits()).toBe(1);
  });

  it("counts what was answered late though nothing was found in the end", async () => {
    const process = scene.process();
    await get(process);
    scene.clock += WINDOW;
    let fail: (error: Error) => void = () => undefined;
    scene.origin = () => new Promise((_resolve, reject) => (fail = reject));
    expect(await answersOf([get(process)])).toMatchObject([{ stale: true, hits: null }]);
    scene.clock += 25 * HOUR;
    fail(new Error("down"));
    await answersOf([process.settle()]);
    expect(scene.hits()).toBe(1);
  });

  it("counts a copy that was answered though the fetch came to its end later", async () => {
    const process = scene.process();
    const { value } = await get(process);
    scene.clock += WINDOW;
    let finish: (value: unknown) => void = () => undefined;
    scene.origin = () => new Promise((resolve) => (finish = resolve));
    expect(await answersOf([get(process)])).toMatchObject([{ stale: true, hits: null, value }]);
    finish("film");
    await answersOf([process.settle()]);
    expect(scene.hits()).toBe(1);
    expect(await answersOf([get(process)])).toMatchObject([{ value: "film", hits: 1 }]);
  });

  it("does not count what could not be answered", async () => {
    const process = scene.process();
    let finish: (value: unknown) => void = () => undefined;
    scene.origin = () => new Promise((resolve) => (finish = resolve));
    const early = Promise.allSettled([get(process), get(process), get(process)]);
    await jest.advanceTimersByTimeAsync(4900);
    const late = [get(process), get(process)];
    await jest.advanceTimersByTimeAsync(2700);
    expect(await early).toMatchObject(Array(3).fill({ reason: { name: "WaitedTooLongError" } }));
    finish("film");
    expect(await answersOf(late)).toMatchObject(Array(2).fill({ source: "cache", value: "film" }));
    await answersOf([process.settle()]);
    expect(scene.fetches).toBe(1);
    expect(scene.hits()).toBe(2);
  });

  it("ends in a process that waits for holders that die one after another", async () => {
    const { inner } = scene.watched;
    const restless = {
      ...scene.watched.store,
      acquire: async (key: string, bid: Parameters<typeof inner.acquire>[1]) => {
        await inner.acquire(key, { ...bid, holder: `other ${bid.fence}` });
        return inner.acquire(key, bid);
      },
    };
    const [result] = await ended([get(scene.process({ store: restless }))]);
    expect(result).toMatchObject({ status: "rejected", reason: { name: "WaitedTooLongError" } });
    expect(scene.fetches).toBe(0);
  });
});
