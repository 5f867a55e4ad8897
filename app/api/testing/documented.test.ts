import { startApi, type Api } from "./api";
import { undocumented } from "./documented";

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe("what differs from the description is found", () => {
  const headers = new Headers({
    "content-type": "application/json",
    "cache-status": "movies; hit; ttl=1",
    "cache-control": "no-cache",
    age: "1",
    etag: '"x"',
  });
  const problemHeaders = new Headers({ "content-type": "application/problem+json" });
  const film = { id: 1, title: "Night" };

  it("in a body", async () => {
    const { body, text } = await api.ask("/api/movies?query=matrix");
    const found = (changed: object) =>
      undocumented("/api/movies", 200, headers, JSON.stringify({ ...body, ...changed })).join();
    expect(undocumented("/api/movies", 200, headers, text)).toEqual([]);
    expect(found({ query: undefined })).toBe("data must have required property 'query'");
    expect(found({ secret: 1 })).toBe("data must NOT have additional properties");
    expect(found({ totalPages: 501 })).toBe("data/totalPages must be <= 500");
    expect(found({ cache: { ...body.cache, hits: -1 } })).toBe("data/cache/hits must be >= 0");
    expect(found({ cache: { ...body.cache, fetchedAt: "now" } })).toContain('must match format "date-time"');
    expect(found({ results: [film] })).toContain(
      "data/results/0 must have required property 'originalTitle'",
    );
  });

  it("in status, type and headers", () => {
    expect(undocumented("/api/movies", 201, headers, "{}")).toEqual([
      "201 is not documented for /api/movies",
    ]);
    expect(undocumented("/api/movies", 400, headers, "{}")).toContain("content-type is application/json");
    const bare = new Headers({ "content-type": "application/json" });
    expect(undocumented("/api/movies/trending", 304, bare, "")).toContain("no etag");
    problemHeaders.set("retry-after", "1");
    expect(undocumented("/api/movies", 502, problemHeaders, "{}")).toContain("retry-after is not documented");
  });
});
