import {
  closedUrl,
  hang,
  json,
  startServer,
  text,
  type Respond,
  type TestServer,
} from "@/lib/testing/server";

import { startApi, TABLE, type Api } from "./testing/api";

const SEARCH = "/api/movies?query=matrix";

let api: Api;
let broken: TestServer | undefined;
beforeEach(async () => {
  api = await startApi();
});
afterEach(async () => {
  await broken?.close();
  broken = undefined;
  await api.close();
});

async function answering(respond: Respond): Promise<Record<string, string>> {
  broken = await startServer(respond);
  return { AWS_ENDPOINT_URL_DYNAMODB: broken.url };
}
const awsError = (status: number, type: string) => json(status, { __type: `com.amazonaws.dynamodb#${type}` });

describe("without its table the app answers all the same: from TMDB, once per window, with no number", () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    ["connections are refused", async () => ({ AWS_ENDPOINT_URL_DYNAMODB: await closedUrl() })],
    ["it never answers", () => answering(hang)],
    ["it throttles", () => answering(awsError(400, "ProvisionedThroughputExceededException"))],
    ["it fails", () => answering(awsError(500, "InternalServerError"))],
    ["something else answers", () => answering(text(200, "<html>a portal</html>"))],
    ["the table is missing", async () => ({ CACHE_TABLE_NAME: `${TABLE}-missing` })],
  ])("%s", async (_name, environment) => {
    api.restart(await environment());
    const first = await api.ask(SEARCH);
    expect(first).toMatchObject({ status: 200, body: { cache: { source: "tmdb", hits: 0, stale: false } } });
    expect(first.headers.get("cache-status")).toBe("movies; fwd=miss");

    const second = await api.ask(SEARCH);
    expect(second).toMatchObject({
      status: 200,
      body: { query: "matrix", totalResults: 45, cache: { source: "cache", hits: null, stale: false } },
    });
    expect(second.headers.get("cache-status")).toMatch(/^movies; hit; ttl=\d+$/);
    const many = await Promise.all(Array.from({ length: 20 }, () => api.ask(SEARCH)));
    expect(new Set(many.map(({ status, body }) => `${status} ${body.cache.hits}`))).toEqual(
      new Set(["200 null"]),
    );
    expect(api.tmdb.requests).toHaveLength(1);

    expect((await api.ask("/api/health")).body).toMatchObject({
      status: "degraded",
      dependencies: { dynamodb: { status: "unreachable" }, tmdb: { status: "reachable" } },
    });
    expect(api.log.join("")).toContain("cache-store-failed");
  });

  it("and TMDB failing too, it answers what it still holds, else the problem", async () => {
    await api.ask(SEARCH);
    api.restart({ AWS_ENDPOINT_URL_DYNAMODB: await closedUrl() });
    await api.ask(SEARCH);
    api.advance(120_000);
    api.fault = { status: 500, body: "" };
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "cache", hits: null, stale: true });
    expect((await api.ask("/api/movies?query=cold")).status).toBe(502);
  });

  it("and once it is back, counts from there on without another request to TMDB", async () => {
    const outage = await answering(awsError(500, "InternalServerError"));
    api.restart(outage);
    await api.ask(SEARCH);
    expect((await api.ask(SEARCH)).body.cache.hits).toBeNull();

    const forward: Respond = async (response, { headers, body }) => {
      const answer = await fetch(api.dynamoDbUrl, {
        method: "POST",
        headers: headers as Record<string, string>,
        body,
      });
      response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
      response.end(await answer.text());
    };
    if (broken) broken.respond = forward;
    await api.settled();
    // The hit that had no number is counted by now, with those of windows that have ended: this one's begins here.
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "cache", hits: 1 });
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "cache", hits: 2 });
    const counter = await api.readItem("search?language=en-US&page=1&query=matrix");
    expect(counter).toMatchObject({ hits: { N: "2" }, totalHits: { N: "1" } });
    expect(api.tmdb.requests).toHaveLength(1);
  });
});

describe("an entry that can't be read", () => {
  it("is a miss, heals with the next fetch, and is told in the log", async () => {
    await api.ask(SEARCH);
    await api.ask(SEARCH);
    const later = { N: String(Date.now() + 60_000) };
    const times = { fetchedAt: { N: String(Date.now()) }, freshUntil: later, staleUntil: later };
    await api.writeItem({
      pk: { S: "search?language=en-US&page=1&query=matrix#body" },
      generation: { S: "another" },
      body: { B: Buffer.from("of another version") },
      ...times,
    });

    api.restart();
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "tmdb", hits: 0 });
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "cache", hits: 1 });
    api.restart();
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "cache", hits: 2 });
    expect(api.tmdb.requests).toHaveLength(2);
    expect(api.log.map((line) => JSON.parse(line).event)).toEqual(["cache-entry-unreadable"]);
  });
});
