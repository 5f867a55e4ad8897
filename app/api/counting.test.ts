import { setTimeout as sleep } from "node:timers/promises";

import { startApi, type Api } from "./testing/api";

const SEARCH = "/api/movies?query=matrix";
const KEY = "search?language=en-US&page=1&query=matrix";

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

/** The hits of the search as they stand in the table. */
const storedHits = async () => (await api.readItem(KEY))?.["hits"]?.N;
const hitsOf = async () => (await api.ask(SEARCH)).body.cache.hits;
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index);

describe("hits", () => {
  it("of 200 who ask at once for what nobody has: one request to TMDB, and a number for each", async () => {
    const answers = await Promise.all(upTo(199).map(() => api.ask(SEARCH)));
    expect(answers.map(({ status }) => status)).toEqual(Array(200).fill(200));
    expect(api.tmdb.requests).toHaveLength(1);
    const hits = answers.map(({ body }) => Number(body.cache.hits)).sort((a, b) => a - b);
    expect(hits).toEqual(upTo(199));
    expect(
      answers.filter(({ body }) => body.cache.source === "tmdb").map(({ body }) => body.cache.hits),
    ).toEqual([0]);
    expect(await storedHits()).toBe("199");
    expect(await hitsOf()).toBe(200);
    expect(await storedHits()).toBe("200");
  });

  it("go on in another process, which asks TMDB for nothing", async () => {
    expect([await hitsOf(), await hitsOf()]).toEqual([0, 1]);
    api.restart();
    expect([await hitsOf(), await hitsOf()]).toEqual([2, 3]);
    api.restart();
    expect(await hitsOf()).toBe(4);
    expect(await storedHits()).toBe("4");
    expect(api.tmdb.requests).toHaveLength(1);
  });

  it("count whatever was answered: spellings, 304 and stale copies, but no problem", async () => {
    const { headers } = await api.ask(SEARCH);
    await api.ask("/api/movies?query=%20MATRIX&page=1");
    await api.ask(SEARCH, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    await api.ask("/api/movies?query=matrix&page=501");
    await api.ask(SEARCH, { method: "POST" });
    expect(await storedHits()).toBe("2");
    api.advance(120_000);
    api.fault = { status: 500, body: "" };
    await api.ask(SEARCH);
    expect(await storedHits()).toBe("3");
  });

  it("start again when the window that the environment sets is over", async () => {
    api.restart({ CACHE_WINDOW_SECONDS: "0.2" });
    const { cache } = (await api.ask(SEARCH)).body;
    expect(Date.parse(cache.freshUntil) - Date.parse(cache.fetchedAt)).toBe(200);
    await sleep(250);
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "tmdb", hits: 0, stale: false });
    expect(await storedHits()).toBe("0");
    expect(api.tmdb.requests).toHaveLength(2);
  });
});
