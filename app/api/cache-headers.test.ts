import { startApi, type Api } from "./testing/api";

const SEARCH = "/api/movies?query=matrix";

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const cacheHeaders = ({ headers }: { headers: Headers }) => [
  headers.get("cache-status"),
  headers.get("age"),
  headers.get("cache-control"),
];

describe("the headers of an answer", () => {
  it("tell a miss that was stored, then hits with their age and what is left of the window", async () => {
    const first = await api.ask(SEARCH);
    expect(cacheHeaders(first)).toEqual(["movies; fwd=miss; stored", "0", "no-cache"]);
    const sinceFetch = Date.now() - Date.parse(first.body.cache.fetchedAt);
    api.advance(26_500 - sinceFetch);
    expect(cacheHeaders(await api.ask(SEARCH))).toEqual(["movies; hit; ttl=93", "26", "no-cache"]);
  });

  it("let every origin read the answer and what its headers tell", async () => {
    for (const path of [SEARCH, "/api/movies?query=", "/api/movies/603", "/api/health", "/api/nowhere"]) {
      const { headers } = await api.ask(path, { headers: { origin: "https://elsewhere.example" } });
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-expose-headers")).toBe(
        "Age, Cache-Status, ETag, Retry-After, X-Request-Id",
      );
      expect(headers.has("access-control-allow-credentials")).toBe(false);
    }
  });
});

describe("an entity tag", () => {
  const tagOf = ({ headers }: { headers: Headers }) => headers.get("etag") ?? "";
  const revalidate = (tag: string) => api.ask(SEARCH, { headers: { "if-none-match": tag } });

  it("is the same for all answers of one fetch, whichever hit they are", async () => {
    const tags = [tagOf(await api.ask(SEARCH)), tagOf(await api.ask(SEARCH))];
    api.restart();
    tags.push(tagOf(await api.ask(SEARCH)));
    expect(tags[0]).toMatch(/^W\/"[\w-]+"$/);
    expect(new Set(tags).size).toBe(1);
  });

  it("that the client has already gets 304 without a body, and is counted", async () => {
    const tag = tagOf(await api.ask(SEARCH));
    const again = await revalidate(tag);
    expect(again).toMatchObject({ status: 304, text: "" });
    expect(tagOf(again)).toBe(tag);
    expect(cacheHeaders(again)).toEqual([expect.stringMatching(/^movies; hit; ttl=1\d\d$/), "0", "no-cache"]);
    expect(again.headers.get("access-control-allow-origin")).toBe("*");
    expect((await revalidate(`"another", ${tag}`)).status).toBe(304);
    expect((await api.ask(SEARCH)).body.cache.hits).toBe(3);
  });

  it("of another fetch or another request gets the whole answer", async () => {
    const tag = tagOf(await api.ask(SEARCH));
    expect((await revalidate('W/"another"')).status).toBe(200);
    const other = await api.ask("/api/movies?query=matrix&page=2", { headers: { "if-none-match": tag } });
    expect(other.status).toBe(200);
    api.advance(120_000);
    const later = await revalidate(tag);
    expect(later).toMatchObject({ status: 200, body: { cache: { source: "tmdb" } } });
    expect(tagOf(later)).not.toBe(tag);
  });

  it("is none of a problem", async () => {
    expect((await api.ask("/api/movies?query=", { headers: { "if-none-match": "*" } })).status).toBe(400);
  });
});
