import type { CacheStore, StoredEntry } from "./store";

// Of today: a DynamoDB that honours TTL removes older entries.
const NOW = Date.now();
const WINDOW = 120_000;

const entry = (generation: string, fetchedAt = NOW): StoredEntry => ({
  generation,
  fetchedAt,
  freshUntil: fetchedAt + WINDOW,
  staleUntil: fetchedAt + 86_400_000,
  body: Buffer.from(`body of ${generation}`),
});

/**
 * What every store must do, as tests. Call it inside a describe block.
 *
 * @param createStore an empty store, or one that shares its table with other keys
 */
export function describeStoreContract(createStore: () => CacheStore): void {
  let store: CacheStore;
  let key: string;
  let keys = 0;

  beforeEach(() => {
    store = createStore();
    key = `contract?n=${process.pid}-${keys++}`;
  });

  it("knows nothing of a key that was never written", async () => {
    expect(await store.read(key, { consistent: true })).toBeNull();
    expect(await store.addHits(key, { freshAt: NOW }, 1)).toBeNull();
    expect(await store.addHits(key, { generation: "a" }, 1)).toBeNull();
  });

  it("gives back what was written, byte for byte", async () => {
    expect(await store.write(key, entry("a"), { now: NOW })).toBe(true);
    const read = await store.read(key, { consistent: true });
    expect(read && { ...read, body: Buffer.from(read.body) }).toEqual(entry("a"));
  });

  it("counts from 1 after a write and answers which generation it counted", async () => {
    await store.write(key, entry("a"), { now: NOW });
    expect(await store.addHits(key, { freshAt: NOW }, 1)).toEqual({ generation: "a", hits: 1 });
    expect(await store.addHits(key, { generation: "a" }, 4)).toEqual({ generation: "a", hits: 5 });
  });

  it("takes back hits", async () => {
    await store.write(key, entry("a"), { now: NOW });
    await store.addHits(key, { generation: "a" }, 2);
    expect(await store.addHits(key, { generation: "a" }, -1)).toEqual({ generation: "a", hits: 1 });
  });

  it("is fresh strictly before freshUntil", async () => {
    await store.write(key, entry("a"), { now: NOW });
    expect(await store.addHits(key, { freshAt: NOW + WINDOW - 1 }, 1)).toMatchObject({ hits: 1 });
    expect(await store.addHits(key, { freshAt: NOW + WINDOW }, 1)).toBeNull();
    expect(await store.addHits(key, { generation: "a" }, 1)).toMatchObject({ hits: 2 });
  });

  it("keeps a fresh entry and its hits when another process writes", async () => {
    await store.write(key, entry("a"), { now: NOW });
    await store.addHits(key, { generation: "a" }, 3);
    expect(await store.write(key, entry("b", NOW + 5), { now: NOW + 5 })).toBe(false);
    expect(await store.addHits(key, { generation: "a" }, 1)).toMatchObject({ hits: 4 });
    expect(await store.addHits(key, { generation: "b" }, 1)).toBeNull();
  });

  it("starts again at 0 when the window is over", async () => {
    await store.write(key, entry("a"), { now: NOW });
    await store.addHits(key, { generation: "a" }, 3);
    const later = NOW + WINDOW;
    expect(await store.write(key, entry("b", later), { now: later })).toBe(true);
    expect(await store.addHits(key, { generation: "a" }, 1)).toBeNull();
    expect(await store.addHits(key, { freshAt: later }, 1)).toEqual({ generation: "b", hits: 1 });
  });

  it("writes over the generation it is told to replace, and no other", async () => {
    await store.write(key, entry("a"), { now: NOW });
    expect(await store.write(key, entry("b"), { now: NOW, replacing: "z" })).toBe(false);
    expect(await store.write(key, entry("b"), { now: NOW, replacing: "a" })).toBe(true);
    expect(await store.addHits(key, { freshAt: NOW }, 1)).toEqual({ generation: "b", hits: 1 });
  });

  it("leaves the hits alone when the same generation is written again", async () => {
    await store.write(key, entry("a"), { now: NOW });
    await store.addHits(key, { generation: "a" }, 3);
    expect(await store.write(key, entry("a"), { now: NOW + 1 })).toBe(true);
    expect(await store.addHits(key, { generation: "a" }, 1)).toMatchObject({ hits: 4 });
  });

  it("does not open a counter where one is fresh", async () => {
    await store.write(key, entry("a"), { now: NOW });
    await store.addHits(key, { generation: "a" }, 3);
    await store.openCounter(key, entry("a"), NOW + 1);
    expect(await store.addHits(key, { generation: "a" }, 1)).toMatchObject({ hits: 4 });
  });

  it("opens a counter over that of an older fetch, and not over that of a newer one", async () => {
    await store.openCounter(key, entry("old"), NOW);
    await store.openCounter(key, entry("new", NOW + 5), NOW + 5);
    await store.openCounter(key, entry("older", NOW - 5), NOW + 5);
    expect(await store.addHits(key, { freshAt: NOW + 5 }, 1)).toEqual({ generation: "new", hits: 1 });
  });

  it("opens a counter where there is none", async () => {
    await store.openCounter(key, entry("a"), NOW);
    expect(await store.addHits(key, { freshAt: NOW }, 1)).toEqual({ generation: "a", hits: 1 });
  });

  it("loses no hit and gives every one its number when many count at once", async () => {
    await store.write(key, entry("a"), { now: NOW });
    const counted = await Promise.all(
      Array.from({ length: 100 }, () => store.addHits(key, { generation: "a" }, 1)),
    );
    const numbers = counted.map((hit) => hit?.hits).sort((a, b) => Number(a) - Number(b));
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });
}
