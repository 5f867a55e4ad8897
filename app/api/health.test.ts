import { closedUrl } from "@/lib/testing/server";

import { startApi, type Api } from "./testing/api";

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const UNUSED = { status: "unused", lastUsedAt: null };

describe("GET /api/health", () => {
  it("says ok when nothing was used so far, and uses nothing", async () => {
    const { status, headers, body } = await api.ask("/api/health");
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(body).toEqual({ status: "ok", dependencies: { dynamodb: UNUSED, ssm: UNUSED, tmdb: UNUSED } });
    expect(api.tmdb.requests).toEqual([]);
  });

  it("says what was reachable when it was last used, and when that was, at no further request", async () => {
    await api.ask("/api/movies?query=matrix");
    const usedAt = Date.now();
    api.advance(60_000);
    const { body } = await api.ask("/api/health");
    const reachable = { status: "reachable", lastUsedAt: expect.any(String) };
    expect(body).toEqual({
      status: "ok",
      dependencies: { dynamodb: reachable, ssm: UNUSED, tmdb: reachable },
    });
    const { tmdb } = body["dependencies"] as { tmdb: { lastUsedAt: string } };
    expect(Math.abs(Date.parse(tmdb.lastUsedAt) - usedAt)).toBeLessThan(5000);
    expect(api.tmdb.requests).toHaveLength(1);
  });

  it("says degraded as long as something is out of reach, still with 200", async () => {
    api.fault = { status: 500, body: "" };
    await api.ask("/api/movies?query=matrix");
    expect(await api.ask("/api/health")).toMatchObject({
      status: 200,
      body: {
        status: "degraded",
        dependencies: { dynamodb: { status: "reachable" }, tmdb: { status: "unreachable" } },
      },
    });
    api.fault = undefined;
    api.advance(1000);
    await api.ask("/api/movies?query=matrix");
    expect((await api.ask("/api/health")).body).toMatchObject({ status: "ok" });
  });

  it("says degraded when DynamoDB is out of reach", async () => {
    api.restart({ AWS_ENDPOINT_URL_DYNAMODB: await closedUrl() });
    await api.ask("/api/movies?query=matrix");
    expect((await api.ask("/api/health")).body).toMatchObject({
      status: "degraded",
      dependencies: { dynamodb: { status: "unreachable" }, tmdb: { status: "reachable" } },
    });
  });

  it("takes a TMDB that refuses a parameter or has no such film for one that is there", async () => {
    const tmdb = async () =>
      ((await api.ask("/api/health")).body["dependencies"] as { tmdb: { status: string } }).tmdb.status;
    await api.ask("/api/movies/999999999");
    expect(await tmdb()).toBe("reachable");
    api.fault = { status: 500, body: "" };
    await api.ask("/api/movies?query=down");
    expect(await tmdb()).toBe("unreachable");
    api.fault = { status: 422, body: `{"errors":["query must be provided"]}` };
    await api.ask("/api/movies?query=refused");
    expect(await tmdb()).toBe("reachable");
  });
});
