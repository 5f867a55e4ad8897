import type { Fault } from "@/local/tmdb/fault";

import { startApi, type Answered, type Api } from "./testing/api";

const COPIED = "/api/movies?query=matrix";
const COLD = "/api/movies?query=cold";

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const failing = (status: number, body: string, headers: Record<string, string> = {}): Fault => ({
  status,
  body,
  headers,
});
const HTML = "<html><body><h1>500 Internal Server Error</h1> at nginx (server.js:1:1)</body></html>";
const quoting = "Bearer eyJhbGciOiJIUzI1NiJ9.the-read-key-of-the-tests";
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

function expectProblem({ status, headers, body }: Answered, expected: { status: number; kind: string }) {
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(headers.get("cache-control")).toBe("no-cache");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect({ status, body }).toEqual({
    status: expected.status,
    body: {
      type: `urn:movies-viewer:${expected.kind}`,
      title: expect.stringMatching(/./),
      status: expected.status,
      detail: expect.stringMatching(/^[A-Z].*\.$/),
      instance: "/api/movies",
    },
  });
}

/** Asks for what was answered two minutes ago, and for what never was, both at once. */
async function askBoth(fault: () => Fault): Promise<{ copy: Answered; cold: Answered }> {
  await api.ask(COPIED);
  api.advance(120_000);
  api.fault = fault();
  const [copy, cold] = await Promise.all([api.ask(COPIED), api.ask(COLD)]);
  return { copy, cold };
}

function expectStaleCopy({ status, headers, body }: Answered) {
  expect(status).toBe(200);
  expect(body).toMatchObject({
    query: "matrix",
    totalResults: 45,
    cache: { source: "cache", hits: 1, stale: true },
  });
  expect(headers.get("cache-status")).toMatch(/^movies; hit; ttl=-\d+; detail=stale-if-error$/);
  expect(Number(headers.get("age"))).toBeGreaterThanOrEqual(120);
  expect(headers.has("retry-after")).toBe(false);
}

describe("when TMDB fails, a copy is answered as stale, and without one the problem", () => {
  it.each<[string, () => Fault, number, string, number | null]>([
    ["401", () => failing(401, quoting), 503, "key-refused", null],
    ["403", () => failing(403, quoting), 503, "key-refused", null],
    ["400", () => failing(400, `{"status_code":22}`), 400, "refused-by-tmdb", null],
    ["404", () => failing(404, `{"status_code":34}`), 502, "tmdb-unreadable", null],
    ["422", () => failing(422, `{"errors":["query must be provided"]}`), 400, "refused-by-tmdb", null],
    ["429 with seconds", () => failing(429, "", { "Retry-After": "7" }), 429, "tmdb-busy", 7],
    ["429 with a date", () => failing(429, "", { "Retry-After": inSeconds(60) }), 429, "tmdb-busy", 60],
    ["429 alone", () => failing(429, `{"status_code":25}`), 429, "tmdb-busy", 2],
    ["503 with Retry-After", () => failing(503, "", { "Retry-After": "9" }), 503, "tmdb-busy", 9],
    ["503 alone", () => failing(503, ""), 502, "tmdb-unreachable", null],
    ["500 with HTML", () => failing(500, HTML), 502, "tmdb-unreachable", null],
    ["HTML with 200", () => failing(200, HTML), 502, "tmdb-unreadable", null],
    ["JSON of another shape", () => failing(200, `{"results":{}}`), 502, "tmdb-unreadable", null],
    ["10 MB", () => failing(200, `"${quoting.repeat(200_000)}"`), 502, "tmdb-unreadable", null],
    ["half an answer", () => ({ truncate: true }), 502, "tmdb-unreachable", null],
    ["no answer but a closed connection", () => ({ drop: true }), 502, "tmdb-unreachable", null],
  ])("%s", async (_name, fault, status, kind, retryAfter) => {
    const { copy, cold } = await askBoth(fault);
    expectStaleCopy(copy);
    expectProblem(cold, { status, kind });
    if (retryAfter === null) expect(cold.headers.has("retry-after")).toBe(false);
    // A date has whole seconds, and some time has passed.
    else expect(retryAfter - Number(cold.headers.get("retry-after"))).toBeLessThanOrEqual(1);
  });

  it("no answer at all: in less than 8 s", async () => {
    const started = performance.now();
    const { copy, cold } = await askBoth(() => ({ hang: true }));
    expect(performance.now() - started).toBeLessThan(8000);
    expectStaleCopy(copy);
    expectProblem(cold, { status: 504, kind: "tmdb-late" });
  });

  it("nothing listens there", async () => {
    await api.ask(COPIED);
    api.advance(120_000);
    await api.tmdb.close();
    expectStaleCopy(await api.ask(COPIED));
    expectProblem(await api.ask(COLD), { status: 502, kind: "tmdb-unreachable" });
  });
});

describe("while TMDB fails", () => {
  it("stale answers are counted like any other, in other processes too", async () => {
    await api.ask(COPIED);
    api.advance(120_000);
    api.fault = failing(500, "");
    for (const hits of [1, 2])
      expect((await api.ask(COPIED)).body.cache).toMatchObject({ hits, stale: true });
    api.restart();
    for (const hits of [3, 4])
      expect((await api.ask(COPIED)).body.cache).toMatchObject({ hits, stale: true });
  });

  it("no copy older than 24 hours is answered", async () => {
    await api.ask(COPIED);
    api.fault = failing(500, "");
    api.advance(24 * 3_600_000 - 10_000);
    expect((await api.ask(COPIED)).body.cache.stale).toBe(true);
    api.advance(10_000);
    expectProblem(await api.ask(COPIED), { status: 502, kind: "tmdb-unreachable" });
  });

  it("calls are spaced out: one for many requests, the next a second later", async () => {
    api.fault = failing(500, "");
    await Promise.all(Array.from({ length: 20 }, () => api.ask(COLD)));
    await api.ask(COLD);
    expect(api.tmdb.requests).toHaveLength(1);
    api.advance(1000);
    await Promise.all(Array.from({ length: 20 }, () => api.ask(COLD)));
    expect(api.tmdb.requests).toHaveLength(2);
  });

  it("nothing at all is sent for as long as it asks to wait, then the films are back", async () => {
    api.fault = failing(429, "", { "Retry-After": "30" });
    expect((await api.ask(COLD)).headers.get("retry-after")).toBe("30");
    api.fault = undefined;
    api.advance(20_000);
    const other = await api.ask("/api/movies/603");
    expect(other.status).toBe(429);
    expect(Number(other.headers.get("retry-after"))).toBeLessThanOrEqual(10);
    expect(api.tmdb.requests).toHaveLength(1);
    api.advance(10_000);
    expect(await api.ask(COLD)).toMatchObject({ status: 200, body: { cache: { source: "tmdb" } } });
    expect(api.tmdb.requests).toHaveLength(2);
  });

  it("the log says what failed, and neither who asked nor for what", async () => {
    api.fault = failing(500, quoting);
    await api.ask(COLD);
    expect(api.log.map((line) => JSON.parse(line))).toMatchObject([
      { event: "tmdb-failed", error: "TmdbUnavailableError", message: "[GET] /3/search/movie: 500" },
    ]);
    expect(api.log.join("")).not.toContain("cold");
  });
});
