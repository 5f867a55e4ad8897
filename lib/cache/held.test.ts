import { encodeBody } from "./codec";
import { unpack } from "./held";
import type { StoredEntry } from "./store";

const NOW = 1_700_000_000_000;
const KEY = "search?query=matrix";
const DAY = 24 * 60 * 60 * 1000;

const entry = (change: Partial<StoredEntry> = {}): StoredEntry => ({
  generation: "a",
  fetchedAt: NOW,
  freshUntil: NOW + 120_000,
  staleUntil: NOW + DAY,
  fence: 7,
  body: encodeBody(KEY, "film"),
  ...change,
});

it("is the value with its times, as the store has it", () => {
  expect(unpack(KEY, entry(), NOW)).toEqual({
    generation: "a",
    fetchedAt: NOW,
    freshUntil: NOW + 120_000,
    staleUntil: NOW + DAY,
    value: "film",
    bytes: Buffer.byteLength(JSON.stringify({ key: KEY, value: "film" })),
    stored: true,
    storable: true,
    saveAt: 0,
  });
});

it("is nothing where the body can't be read", () => {
  expect(unpack(KEY, entry({ body: Buffer.alloc(0) }), NOW)).toBeNull();
});

it.each([
  ["fetched a minute ahead, as clocks may be apart", { fetchedAt: NOW + 60_000 }, true],
  ["fetched further ahead", { fetchedAt: NOW + 60_001 }, false],
  ["over as soon as it was fetched", { freshUntil: NOW }, true],
  ["over before it was fetched", { freshUntil: NOW - 1 }, false],
  ["never stale", { staleUntil: NOW + 120_000 }, true],
  ["dropped before it is over", { staleUntil: NOW + 119_999 }, false],
  ["kept for 180 days", { staleUntil: NOW + 180 * DAY }, true],
  ["kept for longer than TMDB allows", { staleUntil: NOW + 180 * DAY + 1 }, false],
])("believes an entry or not: %s", (_name, change, believed) => {
  expect(unpack(KEY, entry(change), NOW) !== null).toBe(believed);
});
