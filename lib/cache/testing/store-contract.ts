import type { CacheStore, StoredEntry } from "../store";

// Of today: a DynamoDB that honours TTL removes older entries.
const NOW = Date.now();
const WINDOW = 120_000;

const entry = (generation: string, fence = NOW, fetchedAt = NOW): StoredEntry => ({
  generation,
  fetchedAt,
  freshUntil: fetchedAt + WINDOW,
  staleUntil: fetchedAt + 86_400_000,
  fence,
  body: Buffer.from(`body of ${generation}`),
});

const failure = (retryAt: number) => ({ reason: "Error", failures: 3, retryAt });

/**
 * What every store must do, as tests. Call it inside a describe block.
 *
 * @param createStore an empty store, or one that shares its table with other keys
 */
export function describeStoreContract(createStore: () => CacheStore): void {
  let store: CacheStore;
  let key: string;
  let keys = 0;
  let sequence = 1;

  beforeEach(() => {
    store = createStore();
    key = `contract?n=${process.pid}-${keys++}`;
  });

  const add = (target: Parameters<CacheStore["addHits"]>[1], count = 1, by = "me") =>
    store.addHits(key, target, { count, by, sequence: sequence++ });
  const bid = (holder: string, fence = NOW, now = NOW) => ({ holder, fence, now });
  /** Fetches a generation as one process does. */
  async function put(generation: string, fence = NOW, now = NOW) {
    expect(await store.acquire(key, bid("me", fence, now))).toEqual({ outcome: "acquired" });
    expect(await store.writeBody(key, entry(generation, fence, now))).toBe(true);
    return store.publish(key, entry(generation, fence, now), { holder: "me", fence });
  }

  describe("hits", () => {
    it("can't be counted for a key that was never written", async () => {
      const nothing = {
        generation: null,
        freshUntil: 0,
        clearedAt: 0,
        fence: 0,
        holder: null,
        failure: null,
      };
      expect(await store.read(key, { consistent: true })).toBeNull();
      expect(await add({ freshAt: NOW })).toEqual({ outcome: "refused", state: nothing });
      expect(await add({ generation: "a" })).toEqual({ outcome: "refused", state: nothing });
    });

    it("count from 1, and name the generation that was counted", async () => {
      await put("a");
      const first = await add({ freshAt: NOW });
      expect(first).toEqual({ outcome: "counted", generation: "a", hits: 1, repeated: false, outdated: [] });
      expect(await add({ generation: "a" }, 4)).toMatchObject({ generation: "a", hits: 5 });
      expect(await add({ generation: "a" }, -2)).toMatchObject({ hits: 3 });
    });

    it("are of a fresh generation strictly before freshUntil", async () => {
      await put("a");
      expect(await add({ freshAt: NOW + WINDOW - 1 })).toMatchObject({ hits: 1 });
      expect(await add({ freshAt: NOW + WINDOW })).toMatchObject({
        outcome: "refused",
        state: { generation: "a", freshUntil: NOW + WINDOW },
      });
      expect(await add({ generation: "a" })).toMatchObject({ hits: 2 });
    });

    it("leave out a generation that was excepted", async () => {
      await put("a");
      expect(await add({ freshAt: NOW, except: "a" })).toMatchObject({ outcome: "refused" });
      expect(await add({ freshAt: NOW, except: "b" })).toMatchObject({ outcome: "counted" });
    });

    it("are added once when the same addition comes again, and keep their number", async () => {
      await put("a");
      const addition = { count: 2, by: "me", sequence: sequence++ };
      await store.addHits(key, { generation: "a" }, addition);
      await add({ generation: "a" }, 1, "another");
      const again = await store.addHits(key, { generation: "a" }, addition);
      expect(again).toEqual({ outcome: "counted", generation: "a", hits: 2, repeated: true, outdated: [] });
      expect(await add({ generation: "a" })).toMatchObject({ hits: 4 });
    });

    it("have no number when a repeated addition was to whichever generation was fresh", async () => {
      await put("a");
      const addition = { count: 1, by: "me", sequence: sequence++ };
      await store.addHits(key, { freshAt: NOW }, addition);
      expect(await store.addHits(key, { freshAt: NOW }, addition)).toMatchObject({
        outcome: "counted",
        hits: null,
        repeated: true,
      });
    });

    it("are refused when their addition comes after a later one of the same process", async () => {
      await put("a");
      const late = { count: 1, by: "me", sequence: sequence++ };
      await add({ generation: "a" });
      expect(await store.addHits(key, { generation: "a" }, late)).toMatchObject({ outcome: "refused" });
      expect(await add({ generation: "a" })).toMatchObject({ hits: 2 });
    });

    it("of an addition that was declared void are never added", async () => {
      await put("a");
      const late = { count: 1, by: "me", sequence: sequence++ };
      expect(await store.voidAddition(key, late)).toBe("never made");
      expect(await store.voidAddition(key, late)).toBe("never made");
      expect(await store.addHits(key, { generation: "a" }, late)).toMatchObject({ outcome: "refused" });
      expect(await add({ generation: "a" })).toMatchObject({ hits: 1 });
    });

    it("stay when their addition is declared void after it was made", async () => {
      await put("a");
      const made = { count: 2, by: "me", sequence: sequence++ };
      await store.addHits(key, { freshAt: NOW }, made);
      expect(await store.voidAddition(key, made)).toBe("made");
      expect(await store.voidAddition(key, made)).toBe("made");
      expect(await add({ generation: "a" })).toMatchObject({ hits: 3 });
      expect(await store.voidAddition(key, made)).toBe("forgotten");
    });

    it("can be declared void where nothing stands", async () => {
      expect(await store.voidAddition(key, { by: "me", sequence: sequence++ })).toBe("never made");
      await put("a");
      expect(await add({ freshAt: NOW })).toMatchObject({ hits: 1 });
    });

    it("can be added to those of generations that have ended, even when nothing stands there", async () => {
      expect(await add("ended", 3)).toMatchObject({ outcome: "counted", hits: 3, repeated: false });
      await put("a");
      expect(await add("ended", 1)).toMatchObject({ hits: 4 });
      expect(await add({ freshAt: NOW })).toMatchObject({ hits: 1 });
    });

    /** Counts as `processes` do one after the other, two seconds apart. */
    async function crowd(processes: number) {
      const answers = [];
      for (let index = 0; index < processes; index++) {
        const addition = { count: 1, by: `p${index}`, sequence: NOW + index * 2000 };
        answers.push(await store.addHits(key, { generation: "a" }, addition));
      }
      return answers.map((one) => (one.outcome === "counted" ? one.outdated : []));
    }

    it("tell which additions are outdated: of more than 30 s ago, among more than 16, the newest first", async () => {
      await put("a");
      const outdated = await crowd(20);
      expect(outdated.findIndex((one) => one.length > 0)).toBe(19);
      expect(outdated[19]).toEqual(
        [3, 2, 1, 0].map((index) => ({ by: `p${index}`, sequence: NOW + index * 2000 })),
      );
    });

    it("stay when their additions are forgotten, of which nobody then says that they were never made", async () => {
      await put("a");
      const outdated = (await crowd(20)).at(-1) ?? [];
      await store.forgetAdditions(key, outdated);
      for (const trace of outdated) expect(await store.voidAddition(key, trace)).toBe("forgotten");
      expect(await store.voidAddition(key, { by: "late", sequence: NOW })).toBe("forgotten");
      expect(await store.voidAddition(key, { by: "p4", sequence: NOW + 8000 })).toBe("made");
      expect(await store.voidAddition(key, { by: "new", sequence: NOW + 60_000 })).toBe("never made");
      const later = { count: 1, by: "later", sequence: NOW + 40_000 };
      const counted = await store.addHits(key, { generation: "a" }, later);
      expect(counted).toMatchObject({ hits: 21, outdated: [] });
    });

    it("are not added again when their addition comes once more after it was forgotten", async () => {
      await put("a");
      const outdated = (await crowd(20)).at(-1) ?? [];
      await store.forgetAdditions(key, outdated);
      for (const trace of outdated) {
        for (const target of [{ generation: "a" }, { freshAt: NOW }, "ended"] as const) {
          const again = store.addHits(key, target, { ...trace, count: 1 });
          await expect(again).rejects.toMatchObject({ name: "StoreError", reason: "forgotten" });
        }
      }
      const later = { count: 1, by: "later", sequence: NOW + 40_000 };
      expect(await store.addHits(key, { generation: "a" }, later)).toMatchObject({ hits: 21 });
    });

    it("keep all their additions when one of those to be forgotten has been followed by another", async () => {
      await put("a");
      const outdated = (await crowd(20)).at(-1) ?? [];
      const followed = { by: "p3", sequence: NOW + 100_000 };
      await store.addHits(key, { generation: "a" }, { ...followed, count: 1 });
      await store.forgetAdditions(key, outdated);
      expect(await store.voidAddition(key, followed)).toBe("made");
      expect(await store.voidAddition(key, { by: "p0", sequence: NOW })).toBe("made");
    });

    it("keep what was forgotten last in mind when older additions are to be forgotten", async () => {
      await put("a");
      await crowd(20);
      const of = (index: number) => ({ by: `p${index}`, sequence: NOW + index * 2000 });
      await store.forgetAdditions(key, [of(3)]);
      await store.forgetAdditions(key, [of(0)]);
      expect(await store.voidAddition(key, of(3))).toBe("forgotten");
    });

    it("get a number each, and none is lost, when many count at once", async () => {
      await put("a");
      const counted = await Promise.all(
        Array.from({ length: 100 }, (_, index) => add({ generation: "a" }, 1, `p${index}`)),
      );
      const numbers = counted.map((one) => (one.outcome === "counted" ? Number(one.hits) : NaN));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    });
  });

  describe("an entry", () => {
    it("comes back as it was written, byte for byte", async () => {
      await put("a");
      const read = await store.read(key, { consistent: true });
      expect(read && { ...read, body: Buffer.from(read.body) }).toEqual(entry("a"));
    });

    it("starts again at 0 hits, and those before it are told and kept", async () => {
      expect(await put("a")).toEqual({ ended: null, damaged: false });
      await add({ generation: "a" }, 3);
      const later = NOW + WINDOW;
      expect(await put("b", later, later)).toEqual({ ended: 3, damaged: false });
      expect(await add({ generation: "a" })).toMatchObject({ outcome: "refused" });
      expect(await add({ freshAt: later })).toMatchObject({ generation: "b", hits: 1 });
      expect(await add("ended", 0)).toMatchObject({ hits: 3 });
    });

    it("is published once when its publishing comes again", async () => {
      await put("a");
      await add({ generation: "a" }, 3);
      expect(await store.publish(key, entry("a"), { holder: "me", fence: NOW })).toEqual({
        ended: null,
        damaged: false,
      });
      expect(await add({ generation: "a" })).toMatchObject({ hits: 4 });
    });

    it("tells those before it again when its publishing comes again, since the answer got lost", async () => {
      await put("a");
      await add({ generation: "a" }, 3);
      const later = NOW + WINDOW;
      await put("b", later, later);
      await add({ generation: "b" }, 5);
      const again = await store.publish(key, entry("b", later, later), { holder: "me", fence: later });
      expect(again).toEqual({ ended: 3, damaged: false });
      expect(await add("ended", 0)).toMatchObject({ hits: 3 });
    });

    it("of a holder that was overtaken is neither written over a newer one nor published", async () => {
      await store.acquire(key, bid("late"));
      await store.acquire(key, { ...bid("next", NOW + 1), dead: NOW });
      expect(await store.writeBody(key, entry("next", NOW + 1))).toBe(true);
      expect(await store.writeBody(key, entry("late", NOW))).toBe(false);
      expect(await store.publish(key, entry("late"), { holder: "late", fence: NOW })).toBeNull();
      expect(await store.publish(key, entry("next"), { holder: "next", fence: NOW + 1 })).not.toBeNull();
      expect(await store.read(key, { consistent: true })).toMatchObject({ generation: "next" });
      expect(await add({ freshAt: NOW })).toMatchObject({ generation: "next" });
    });
  });

  describe("a lease", () => {
    it("is one process's alone", async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.acquire(key, bid(`p${index}`, NOW + index))),
      );
      const acquired = results.filter(({ outcome }) => outcome === "acquired");
      expect(acquired).toHaveLength(1);
    });

    it("tells who holds it to whom it is refused", async () => {
      await store.acquire(key, bid("me"));
      expect(await store.acquire(key, bid("you", NOW + 1))).toMatchObject({
        outcome: "refused",
        state: { holder: "me", fence: NOW },
      });
      expect(await add({ freshAt: NOW })).toMatchObject({ state: { holder: "me", fence: NOW } });
    });

    it("can be asked for again by its holder", async () => {
      await store.acquire(key, bid("me"));
      expect(await store.acquire(key, bid("me"))).toEqual({ outcome: "acquired" });
      expect(await store.acquire(key, bid("me", NOW + 1))).toEqual({ outcome: "acquired" });
    });

    it("is refused while something fresh stands there, unless that is to be replaced", async () => {
      await put("a");
      const next = bid("you", NOW + 1, NOW + WINDOW - 1);
      expect(await store.acquire(key, next)).toMatchObject({
        outcome: "refused",
        state: { generation: "a" },
      });
      expect(await store.acquire(key, { ...next, replacing: "b" })).toMatchObject({ outcome: "refused" });
      expect(await store.acquire(key, { ...next, replacing: "a" })).toEqual({ outcome: "acquired" });
    });

    it("can be had at freshUntil", async () => {
      await put("a");
      expect(await store.acquire(key, bid("you", NOW + 1, NOW + WINDOW))).toEqual({ outcome: "acquired" });
    });

    it("needs a fence above the last one", async () => {
      await store.acquire(key, bid("me"));
      await store.release(key, { holder: "me", fence: NOW }, null);
      expect(await store.acquire(key, bid("you"))).toMatchObject({
        outcome: "refused",
        state: { fence: NOW },
      });
      expect(await store.acquire(key, bid("you", NOW + 1))).toEqual({ outcome: "acquired" });
    });

    it("is not kept from anybody by a fence that is hours ahead", async () => {
      const absurd = NOW + 24 * 3_600_000;
      await put("a", absurd);
      await store.acquire(key, { ...bid("me", absurd + 1), now: NOW + WINDOW });
      await store.release(key, { holder: "me", fence: absurd + 1 }, null);
      const lease = { holder: "you", fence: NOW + 1 };
      expect(await store.acquire(key, { ...lease, now: NOW + WINDOW })).toEqual({ outcome: "acquired" });
      expect(await store.writeBody(key, entry("b", NOW + 1))).toBe(true);
      expect(await store.publish(key, entry("b", NOW + 1), lease)).not.toBeNull();
      expect(await store.read(key, { consistent: true })).toMatchObject({ generation: "b" });
    });

    it("is taken from a dead holder, and from no other", async () => {
      await store.acquire(key, bid("me"));
      expect(await store.acquire(key, { ...bid("you", NOW + 1), dead: NOW - 1 })).toMatchObject({
        outcome: "refused",
      });
      expect(await store.acquire(key, { ...bid("you", NOW + 1), dead: NOW })).toEqual({
        outcome: "acquired",
      });
      expect(await store.acquire(key, { ...bid("third", NOW + 2), dead: NOW })).toMatchObject({
        outcome: "refused",
        state: { holder: "you", fence: NOW + 1 },
      });
    });

    it("is given back by its holder alone", async () => {
      await store.acquire(key, bid("me"));
      await store.release(key, { holder: "you", fence: NOW }, failure(NOW + 1000));
      await store.release(key, { holder: "me", fence: NOW - 1 }, failure(NOW + 1000));
      expect(await add({ freshAt: NOW })).toMatchObject({ state: { holder: "me", failure: null } });
      await store.release(key, { holder: "me", fence: NOW }, null);
      expect(await add({ freshAt: NOW })).toMatchObject({ state: { holder: null, failure: null } });
    });
  });

  describe("a failure of the origin", () => {
    beforeEach(async () => {
      await store.acquire(key, bid("me"));
      await store.release(key, { holder: "me", fence: NOW }, failure(NOW + 4000));
    });

    it("is told to all, who get no lease until it is over", async () => {
      const told = { outcome: "refused", state: { holder: null, failure: failure(NOW + 4000) } };
      expect(await add({ freshAt: NOW })).toMatchObject(told);
      expect(await store.acquire(key, bid("you", NOW + 1, NOW + 3999))).toMatchObject(told);
      expect(await store.acquire(key, bid("you", NOW + 1, NOW + 4000))).toEqual({ outcome: "acquired" });
    });

    it("keeps nobody from the lease who has asked the origin already", async () => {
      const late = { ...bid("you", NOW + 1, NOW + 1000), fetched: true };
      expect(await store.acquire(key, late)).toEqual({ outcome: "acquired" });
    });

    it("is not believed when it is to last for ever", async () => {
      expect(await store.acquire(key, bid("you", NOW + 1, NOW - 60_000))).toEqual({ outcome: "acquired" });
    });

    it("stays when a lease is given back without another", async () => {
      const later = bid("you", NOW + 1, NOW + 4000);
      await store.acquire(key, later);
      await store.release(key, later, null);
      expect(await add({ freshAt: NOW })).toMatchObject({ state: { failure: failure(NOW + 4000) } });
    });

    it("is forgotten with the next entry", async () => {
      const later = bid("you", NOW + 1, NOW + 4000);
      await store.acquire(key, later);
      await store.publish(key, entry("a", NOW + 1), later);
      expect(await add({ freshAt: NOW + WINDOW })).toMatchObject({
        state: { holder: null, failure: null, generation: "a" },
      });
    });
  });

  it("does not keep a cool-down that is hours ahead of a new one", async () => {
    const until = (await store.readCoolDown())?.until ?? NOW;
    await store.coolDown({ until: until + 24 * 3_600_000, reason: "Absurd" });
    await store.coolDown({ until: until + 1000, reason: "Busy" });
    expect(await store.readCoolDown()).toEqual({ until: until + 1000, reason: "Busy" });
  });

  it("remembers the cool-down that ends last", async () => {
    const until = (await store.readCoolDown())?.until ?? NOW;
    await store.coolDown({ until: until + 5000, reason: "Busy" });
    await store.coolDown({ until: until + 2000, reason: "Earlier" });
    expect(await store.readCoolDown()).toEqual({ until: until + 5000, reason: "Busy" });
  });
}
