import { ageSeconds, cacheStatus, entityTag, matchesEntityTag, type CacheFacts } from "./cache-headers";

const FETCHED_AT = 1_700_000_000_000;
const facts = (changed: Partial<CacheFacts> = {}): CacheFacts => ({
  hit: true,
  stored: true,
  stale: false,
  fetchedAt: FETCHED_AT,
  freshUntil: FETCHED_AT + 120_000,
  answeredAt: FETCHED_AT + 26_500,
  ...changed,
});

describe("Cache-Status", () => {
  it.each([
    ["a hit, with its time to live in whole seconds", facts(), "movies; hit; ttl=93"],
    ["a hit in the last millisecond", facts({ answeredAt: FETCHED_AT + 119_999 }), "movies; hit; ttl=0"],
    ["a miss that was stored", facts({ hit: false }), "movies; fwd=miss; stored"],
    ["a miss that was not", facts({ hit: false, stored: false }), "movies; fwd=miss"],
    ["a hit that is in this process only", facts({ stored: false }), "movies; hit; ttl=93"],
    [
      "a stale hit, with how long it has been stale",
      facts({ stale: true, answeredAt: FETCHED_AT + 150_000 }),
      "movies; hit; ttl=-30; detail=stale-if-error",
    ],
  ])("tells %s", (_name, given, expected) => {
    expect(cacheStatus(given)).toBe(expected);
  });
});

describe("Age", () => {
  it.each([
    [0, 0],
    [999, 0],
    [1000, 1],
    [26_500, 26],
    [-5000, 0],
  ])("%i ms after the fetch is %i", (ms, seconds) => {
    expect(ageSeconds({ fetchedAt: FETCHED_AT, answeredAt: FETCHED_AT + ms })).toBe(seconds);
  });
});

describe("an entity tag", () => {
  const tag = entityTag("films", { fetchedAt: FETCHED_AT, stale: false });

  it("is weak, short and the same for every answer of one fetch", () => {
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(entityTag("films", { fetchedAt: FETCHED_AT, stale: false })).toBe(tag);
  });

  it.each([
    ["other content", entityTag("other films", { fetchedAt: FETCHED_AT, stale: false })],
    ["another fetch", entityTag("films", { fetchedAt: FETCHED_AT + 1, stale: false })],
    ["a stale copy", entityTag("films", { fetchedAt: FETCHED_AT, stale: true })],
  ])("differs for %s", (_name, other) => {
    expect(other).not.toBe(tag);
  });

  it.each([
    ["the tag itself", 'W/"abc"', true],
    ["its strong form", '"abc"', true],
    ["it among others", '"x", W/"abc" ,"y"', true],
    ["anything", "*", true],
    ["another", 'W/"abd"', false],
    ["a part of it", 'W/"ab"', false],
    ["it in another case", 'W/"ABC"', false],
    ["nothing", "", false],
  ])("is matched by If-None-Match with %s: %s", (_name, header, expected) => {
    expect(matchesEntityTag(header, 'W/"abc"')).toBe(expected);
  });

  it("is not matched without If-None-Match", () => {
    expect(matchesEntityTag(null, 'W/"abc"')).toBe(false);
  });
});
