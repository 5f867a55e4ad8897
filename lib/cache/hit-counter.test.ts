import { createHitCounter, type HitCounter } from "./hit-counter";
import { StoreError, type Addition, type CacheStore } from "./store";
import { watchStore } from "./testing/watched-store";

const NOW = 1_700_000_000_000;
const KEY = "search?query=matrix";

let watched: ReturnType<typeof watchStore>;
let clock: number;
let lost: [string, number][];
let counter: HitCounter;

const create = (change: Partial<CacheStore> = {}) =>
  createHitCounter({
    store: { ...watched.store, ...change },
    now: () => clock,
    monotonic: () => clock - NOW,
    onLost: (key, count) => lost.push([key, count]),
  });

beforeEach(async () => {
  watched = watchStore();
  [clock, lost] = [NOW, []];
  counter = create();
  await publish("a", NOW);
});

/** Has a generation be the one that is counted. */
async function publish(generation: string, fence: number, key = KEY) {
  const lease = { holder: "someone", fence };
  const entry = { generation, fetchedAt: NOW, freshUntil: NOW + 120_000, staleUntil: NOW + 86_400_000 };
  await watched.inner.acquire(key, { ...lease, now: NOW, replacing: "a" });
  await watched.inner.publish(key, entry, lease);
}
const many = <T>(count: number, ask: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => ask(index));
const countFresh = (count = 1, from = counter) => from.countFresh(KEY, { freshAt: NOW }, () => count);
/** Loses the next answers of this operation, before or after the store has done its work. */
function lose(times: number, when: "before" | "after", which = "addHits") {
  let left = times;
  watched.go((operation, stage) => {
    if (operation === which && stage === when && left-- > 0) throw new StoreError(operation, "failed");
  });
}
const nextTurn = () => new Promise(setImmediate);

describe("hits that come together", () => {
  it("share one addition, and have a number each", async () => {
    const counted = await Promise.all(many(4, () => counter.count(KEY, "a")));
    expect(counted).toEqual([1, 2, 3, 4].map((hits) => ({ hits })));
    expect(watched.taken()).toEqual(["addHits"]);
  });

  it("of a generation that has ended are not counted", async () => {
    await publish("b", NOW + 1);
    expect(await Promise.all([counter.count(KEY, "a"), counter.count(KEY, "b")])).toEqual([
      null,
      { hits: 1 },
    ]);
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 1, ended: 0 });
  });

  it("have no numbers where the store can't tell", async () => {
    const unsure = create({
      addHits: async () => ({
        outcome: "counted",
        generation: "a",
        hits: null,
        repeated: true,
        outdated: [],
      }),
    });
    expect(await Promise.all(many(2, () => unsure.count(KEY, "a")))).toEqual([
      { hits: null },
      { hits: null },
    ]);
  });

  it("wait until what was begun before has ended", async () => {
    let finish = () => {};
    watched.go((_operation, stage) => {
      if (stage === "before" && watched.calls.length === 1)
        return new Promise<void>((resolve) => (finish = resolve));
    });
    const first = counter.count(KEY, "a");
    await nextTurn();
    const others = many(3, () => counter.count(KEY, "a"));
    await nextTurn();
    expect(watched.calls).toHaveLength(1);
    finish();
    expect(await Promise.all([first, ...others])).toEqual([1, 2, 3, 4].map((hits) => ({ hits })));
    expect(watched.calls).toHaveLength(2);
  });
});

describe("an addition", () => {
  it("bears the short name of its process, and a number that grows as the clock does", async () => {
    const additions: Addition[] = [];
    const addHits: CacheStore["addHits"] = (key, target, addition) => {
      additions.push(addition);
      return watched.inner.addHits(key, target, addition);
    };
    const [one, another] = [create({ addHits }), create({ addHits })];
    await countFresh(1, one);
    await countFresh(1, one);
    clock += 1000;
    await countFresh(1, one);
    await countFresh(1, another);
    expect(additions.map(({ sequence }) => sequence)).toEqual([NOW, NOW + 1, NOW + 1000, NOW + 1000]);
    expect(additions[0]?.by).toMatch(/^[0-9a-z]{1,8}$/);
    expect(new Set(additions.map(({ by }) => by)).size).toBe(2);
  });

  it("of which nobody knows whether it was made is found out before the next", async () => {
    lose(1, "after");
    await expect(counter.count(KEY, "a")).rejects.toMatchObject({ reason: "failed" });
    expect(watched.taken()).toEqual(["addHits"]);
    expect(await counter.count(KEY, "a")).toEqual({ hits: 2 });
    expect(watched.taken()).toEqual(["voidAddition", "addHits"]);
  });

  it("that was made and not answered is taken back from the ended ones when its generation is not known", async () => {
    lose(1, "after");
    await expect(countFresh(3)).rejects.toMatchObject({ reason: "failed" });
    expect(watched.inner.hits(KEY)).toEqual({ current: 3, ended: 0 });
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 3, ended: -3 });
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 3, ended: -3 });
    expect(counter.idle()).toBe(true);
  });

  it("that was made and not answered is not made again", async () => {
    lose(1, "after");
    await expect(counter.count(KEY, "a")).rejects.toMatchObject({ reason: "failed" });
    watched.taken();
    await counter.settle();
    expect(watched.taken()).toEqual(["voidAddition"]);
    expect(watched.inner.hits(KEY)).toEqual({ current: 1, ended: 0 });
    // Nothing was left to deliver, so the next delivery need not wait.
    counter.owe(KEY, "a", 1);
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 2, ended: 0 });
  });

  it("to the ended ones of which nobody knows is not made twice either", async () => {
    counter.owe(KEY, "", 2);
    lose(1, "after");
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 0, ended: 2 });
    clock += 500;
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 0, ended: 2 });
    expect(counter.idle()).toBe(true);
  });

  it("that was never made is made later", async () => {
    lose(1, "before");
    await expect(counter.count(KEY, "a")).rejects.toMatchObject({ reason: "failed" });
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 1, ended: 0 });
    expect(lost).toEqual([]);
  });

  it("that is forgotten is told to be lost, and counted as made", async () => {
    const forgetful = create({ voidAddition: async () => "forgotten" });
    lose(1, "before");
    await expect(forgetful.count(KEY, "a")).rejects.toMatchObject({ reason: "failed" });
    await forgetful.settle();
    expect(lost).toEqual([[KEY, 1]]);
    expect(watched.inner.hits(KEY)).toEqual({ current: 0, ended: 0 });
  });

  it("that a process makes whose clock is far behind is lost once, and told; the next ones are made", async () => {
    await watched.inner.addHits(KEY, { generation: "a" }, { count: 1, by: "ahead", sequence: NOW + 20_000 });
    await watched.inner.forgetAdditions(KEY, [{ by: "ahead", sequence: NOW + 20_000 }]);
    await expect(counter.count(KEY, "a")).rejects.toMatchObject({ reason: "forgotten" });
    expect(await counter.count(KEY, "a")).toEqual({ hits: 2 });
    expect(lost).toEqual([[KEY, 1]]);
  });

  it("is numbered from the last one where the clock of such a process is set back meanwhile", async () => {
    await counter.count("another", "a");
    await watched.inner.addHits(KEY, { generation: "a" }, { count: 1, by: "ahead", sequence: NOW + 30_000 });
    await watched.inner.forgetAdditions(KEY, [{ by: "ahead", sequence: NOW + 30_000 }]);
    clock -= 10_000;
    await expect(counter.count(KEY, "a")).rejects.toMatchObject({ reason: "forgotten" });
    expect(await counter.count(KEY, "a")).toEqual({ hits: 2 });
    expect(lost).toEqual([[KEY, 1]]);
  });
});

describe("what is owed", () => {
  it("goes to its generation, together with the next hit", async () => {
    counter.owe(KEY, "a", 4);
    expect(await counter.count(KEY, "a")).toEqual({ hits: 5 });
    expect(watched.calls).toEqual(["addHits"]);
  });

  it("goes to the ended ones when its generation has ended, once", async () => {
    counter.owe(KEY, "a", 4);
    await publish("b", NOW + 1);
    await counter.settle();
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 0, ended: 4 });
    expect(counter.idle()).toBe(true);
  });

  it("to four generations of a key is told apart; to a fifth, the oldest ones are taken for ended", async () => {
    const oweTo = (...generations: string[]) => {
      for (const generation of generations) counter.owe(KEY, generation, 1);
    };
    oweTo("a", "w", "x", "y");
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 1, ended: 3 });
    watched.taken();
    oweTo("a", "w", "x", "y", "z");
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 1, ended: 8 });
    // The three that are younger, and all that have ended.
    expect(watched.taken()).toHaveLength(4);
  });

  it("below 0 takes no request but that to the total", async () => {
    counter.owe(KEY, "a", -1);
    await counter.settle();
    expect(watched.taken()).toEqual(["addHits"]);
  });

  it("never has a number given twice where it takes back: it comes off the ended ones", async () => {
    const others = create();
    const given = [await counter.count(KEY, "a"), await others.count(KEY, "a")];
    counter.owe(KEY, "a", -1);
    given.push(await counter.count(KEY, "a"));
    counter.owe(KEY, "a", -1);
    await counter.settle();
    given.push(await others.count(KEY, "a"));
    expect(given.map((one) => one?.hits)).toEqual([1, 2, 3, 4]);
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 4, ended: -2 });
    expect(counter.idle()).toBe(true);
  });

  it("is taken back from what is owed to the same generation first", async () => {
    counter.owe(KEY, "a", 3);
    counter.owe(KEY, "a", -1);
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 2, ended: 0 });
    expect(watched.taken()).toEqual(["addHits"]);
  });

  it("is nothing when it evens out", async () => {
    counter.owe(KEY, "a", 2);
    counter.owe(KEY, "a", -2);
    await counter.settle();
    expect(watched.calls).toEqual([]);
    expect(counter.idle()).toBe(true);
  });

  it("of a hundred keys at a time is delivered", async () => {
    for (let key = 0; key < 150; key++) counter.owe(`k${key}`, "", 1);
    await counter.settle();
    expect(watched.taken()).toHaveLength(100);
    await counter.settle();
    expect(watched.taken()).toHaveLength(50);
  });

  it("of keys that can't be served does not keep others from being served", async () => {
    const busy = create({
      async addHits(key, ...rest) {
        if (key.startsWith("busy")) throw new StoreError("add hits", "busy");
        return watched.store.addHits(key, ...rest);
      },
    });
    busy.owe(KEY, "", 1);
    await nextTurn();
    for (let key = 0; key < 100; key++) busy.owe(`busy${key}`, "", 1);
    for (let rounds = 0; rounds < 2; rounds++) {
      await busy.settle();
      clock += 500;
    }
    expect(watched.inner.hits(KEY)).toEqual({ current: 0, ended: 1 });
    expect(busy.owed()).toBe(100);
  });

  it("is delivered in turns, and hits that are waited for are counted between them", async () => {
    const order: string[] = [];
    const slow = create({
      async addHits(...asked) {
        await nextTurn();
        order.push("added");
        return watched.store.addHits(...asked);
      },
    });
    for (const generation of ["x", "y", "z"]) slow.owe(KEY, generation, 1);
    await nextTurn();
    const settled = slow.settle();
    await nextTurn();
    await slow.count(KEY, "a").then(() => order.push("counted"));
    await settled;
    expect(order.indexOf("counted")).toBeLessThan(order.lastIndexOf("added"));
    expect(watched.inner.hits(KEY)).toEqual({ current: 1, ended: 3 });
  });

  it("is told to be lost where ten thousand keys owe more, and by no other", async () => {
    watched.fail("busy");
    counter.owe("first", "a", 2);
    counter.owe("first", "b", 3);
    await nextTurn();
    counter.owe("second", "a", 1);
    counter.owe("second", "a", 1);
    await nextTurn();
    for (let key = 2; key < 10_000; key++) counter.owe(`k${key}`, "a", 1);
    await nextTurn();
    expect(lost).toEqual([]);
    counter.owe("one more", "a", 1);
    await nextTurn();
    expect(lost).toEqual([["first", 5]]);
  });

  it.each([
    ["a", { current: 1, ended: 0 }],
    ["", { current: 0, ended: 1 }],
  ])("waits for half a second after a delivery (to %j) that failed", async (generation, delivered) => {
    watched.fail("busy");
    counter.owe(KEY, generation, 1);
    await counter.settle();
    watched.recover();
    watched.taken();
    clock += 499;
    await counter.settle();
    expect(watched.taken()).toEqual([]);
    clock += 1;
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual(delivered);
  });
});

describe("settling", () => {
  it("is shared by those who ask for it at once, and done again for those who come later", async () => {
    counter.owe(KEY, "a", 1);
    await nextTurn();
    await Promise.all(many(5, () => counter.settle()));
    expect(watched.taken()).toEqual(["addHits"]);
    const settling = counter.settle();
    await nextTurn();
    counter.owe(KEY, "a", 1);
    await Promise.all([settling, counter.settle()]);
    expect(watched.inner.hits(KEY)).toEqual({ current: 2, ended: 0 });
  });

  it("waits for what is under way", async () => {
    let finish = () => {};
    watched.go((_operation, stage) => {
      if (stage === "before") return new Promise<void>((resolve) => (finish = resolve));
    });
    const counting = counter.count(KEY, "a");
    await nextTurn();
    let settled = false;
    const settling = counter.settle().then(() => (settled = true));
    await nextTurn();
    expect(settled).toBe(false);
    finish();
    await settling;
    expect(await counting).toEqual({ hits: 1 });
  });

  it("fails of a bug, and goes on with the next", async () => {
    watched.go(() => {
      throw new TypeError("a bug");
    });
    counter.owe(KEY, "", 1);
    await expect(counter.settle()).rejects.toThrow("a bug");
    watched.recover();
    await counter.settle();
    expect(watched.inner.hits(KEY)).toEqual({ current: 0, ended: 1 });
  });

  it("fails of a bug where hits are waited for as well, and loses none", async () => {
    watched.go(() => {
      throw new TypeError("a bug");
    });
    counter.owe(KEY, "a", 1);
    await nextTurn();
    const asked = [counter.settle(), counter.count(KEY, "a")];
    const results = await Promise.allSettled(asked);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    watched.recover();
    await counter.settle();
    expect(watched.inner.hits(KEY).current).toBe(2);
  });
});

describe("additions that are outdated", () => {
  const OUTDATED = [{ by: "somebody", sequence: 1 }];
  let forgetting: jest.SpyInstance;
  let crowded: HitCounter;
  beforeEach(() => {
    forgetting = jest.spyOn(watched.store, "forgetAdditions");
    crowded = create({
      addHits: async () => ({
        outcome: "counted",
        generation: "a",
        hits: 1,
        repeated: false,
        outdated: OUTDATED,
      }),
    });
  });

  it("are forgotten when the process settles, once, and not while it counts", async () => {
    await crowded.count(KEY, "a");
    await nextTurn();
    expect(watched.taken()).toEqual([]);
    expect(crowded.idle()).toBe(false);
    await crowded.settle();
    expect(forgetting.mock.calls).toEqual([[KEY, OUTDATED]]);
    expect(crowded.idle()).toBe(true);
    await crowded.settle();
    expect(watched.taken()).toHaveLength(1);
  });

  it("are left to who counts next where the store can't forget them", async () => {
    watched.fail("busy");
    await crowded.count(KEY, "a");
    await crowded.settle();
    expect(crowded.idle()).toBe(true);
  });

  it("do not hide a bug", async () => {
    watched.go(() => {
      throw new TypeError("a bug");
    });
    await crowded.count(KEY, "a");
    await expect(crowded.settle()).rejects.toThrow("a bug");
  });
});

describe("a counter", () => {
  it("is idle when nothing is under way and nothing is owed", async () => {
    expect(counter.idle()).toBe(true);
    const counting = counter.count(KEY, "a");
    expect(counter.idle()).toBe(false);
    await counting;
    await nextTurn();
    expect(counter.idle()).toBe(true);
    counter.owe(KEY, "a", 1);
    await nextTurn();
    expect(counter.idle()).toBe(false);
    await counter.settle();
    expect(counter.idle()).toBe(true);
  });

  it("is not idle before the last of those who wait has been counted", async () => {
    let finish = () => {};
    watched.go((_operation, stage) => {
      if (stage === "before" && watched.calls.length === 2)
        return new Promise<void>((resolve) => (finish = resolve));
    });
    const first = counter.count(KEY, "a");
    const second = counter.count(KEY, "b");
    await first;
    await nextTurn();
    expect(counter.idle()).toBe(false);
    finish();
    await second;
  });
});
