import { closedUrl, hang, json, startServer, type Respond, type TestServer } from "@/lib/testing/server";

import { READ_KEY, startApi, type Answered, type Api } from "./testing/api";

const SEARCH = "/api/movies?query=matrix";
const PARAMETER = "/movies-viewer/tmdb-read-key";

let api: Api;
let ssm: TestServer;
beforeEach(async () => {
  ssm = await startServer(hang);
  api = await startApi({
    TMDB_READ_KEY: undefined,
    TMDB_READ_KEY_PARAMETER: PARAMETER,
    AWS_ENDPOINT_URL_SSM: ssm.url,
  });
});
afterEach(async () => {
  await api.close();
  await ssm.close();
});

const holding = (value: string): Respond => json(200, { Parameter: { Name: PARAMETER, Value: value } });
const ssmHealth = async () =>
  ((await api.ask("/api/health")).body["dependencies"] as { ssm: { status: string } }).ssm.status;

function expectProblem({ status, headers, body }: Answered, kind: string, detail: string) {
  expect({ status, body }).toMatchObject({
    status: 503,
    body: { type: `urn:movies-viewer:${kind}`, status: 503, detail },
  });
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(headers.has("retry-after")).toBe(false);
}
const expectUnreadableKey = (answered: Answered) =>
  expectProblem(
    answered,
    "key-unreadable",
    "This server could not read its key for TMDB from SSM. Trying again later may help.",
  );
const expectNoKey = (answered: Answered) =>
  expectProblem(
    answered,
    "key-missing",
    "This server has no read key for TMDB: its operator must set TMDB_READ_KEY or TMDB_READ_KEY_PARAMETER.",
  );

describe("a key that is kept in SSM", () => {
  it("is read once, with the first request to TMDB", async () => {
    ssm.respond = holding(READ_KEY);
    await api.ask("/api/health");
    expect(ssm.requests).toEqual([]);
    const films = Array.from({ length: 5 }, (_, index) => api.ask(`/api/movies?query=matrix+${index}`));
    for (const { status } of await Promise.all(films)) expect(status).toBe(200);
    await api.ask(SEARCH);
    expect(ssm.requests).toHaveLength(1);
    expect(JSON.parse(ssm.requests[0]?.body ?? "")).toEqual({ Name: PARAMETER, WithDecryption: true });
    expect(await ssmHealth()).toBe("reachable");
  });

  it("is read anew when TMDB refuses it, and the visitor notices nothing", async () => {
    ssm.respond = holding("the-read-key-of-last-year");
    expectProblem(
      await api.ask(SEARCH),
      "key-refused",
      "TMDB does not accept this server's read key: its operator must renew it.",
    );
    ssm.respond = holding(READ_KEY);
    api.advance(30_000);
    expect(await api.ask(SEARCH)).toMatchObject({
      status: 200,
      body: { cache: { source: "tmdb", hits: 0 } },
    });
  });

  it.each<[string, Respond]>([
    ["refuses", json(400, { __type: "AccessDeniedException", message: "no decryption for you" })],
    ["has no such parameter", json(400, { __type: "ParameterNotFound" })],
    ["holds an empty one", holding(" ")],
    ["never answers", hang],
  ])(
    "is told apart from one that is not set when SSM %s: 503, and TMDB is not asked",
    async (_name, respond) => {
      ssm.respond = respond;
      expectUnreadableKey(await api.ask(SEARCH));
      expect(api.tmdb.requests).toEqual([]);
      expect(await ssmHealth()).toBe("unreachable");
      expect((await api.ask("/api/health")).body).toMatchObject({
        dependencies: { tmdb: { status: "unused" } },
      });
    },
  );

  it("is told apart from one that is not set when SSM can't be reached", async () => {
    api.restart({ AWS_ENDPOINT_URL_SSM: await closedUrl() });
    expectUnreadableKey(await api.ask(SEARCH));
    expect(await ssmHealth()).toBe("unreachable");
  });

  it("is not needed for what the cache has", async () => {
    ssm.respond = holding(READ_KEY);
    await api.ask(SEARCH);
    api.restart({ TMDB_READ_KEY_PARAMETER: undefined });
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "cache", hits: 1 });
    api.advance(120_000);
    expect((await api.ask(SEARCH)).body.cache).toMatchObject({ source: "cache", hits: 2, stale: true });
  });
});

describe("an environment", () => {
  it("without a key is answered with 503", async () => {
    api.restart({ TMDB_READ_KEY_PARAMETER: undefined });
    expectNoKey(await api.ask(SEARCH));
    expect(api.tmdb.requests).toEqual([]);
  });

  it("with an empty key too", async () => {
    api.restart({ TMDB_READ_KEY: " ", TMDB_READ_KEY_PARAMETER: "" });
    expectNoKey(await api.ask(SEARCH));
  });

  it("with a key of the wrong form is answered with 503, and nothing is sent", async () => {
    api.restart({ TMDB_READ_KEY: `${READ_KEY}\nInjected: yes` });
    expectProblem(
      await api.ask(SEARCH),
      "key-malformed",
      "What this server has as its read key for TMDB holds characters that no key has.",
    );
    expect(api.tmdb.requests).toEqual([]);
    expect((await api.ask("/api/health")).body).toMatchObject({
      dependencies: { tmdb: { status: "unused" } },
    });
  });

  it("that is wrong is answered with 503 by every address that needs it, naming the variables", async () => {
    api.restart({ CACHE_TABLE_NAME: "the-read-key?", CACHE_WINDOW_SECONDS: "-1", TMDB_API_URL: "not a URL" });
    for (const path of [SEARCH, "/api/movies/603", "/api/movies/trending", "/api/health"]) {
      expectProblem(
        await api.ask(path),
        "wrong-settings",
        "Wrong settings: CACHE_TABLE_NAME must be 3 to 255 characters of a-z, A-Z, 0-9, _ . -; " +
          "CACHE_WINDOW_SECONDS must be a number of seconds; TMDB_API_URL must be an http or https URL.",
      );
    }
    expect((await api.ask("/api/openapi.json")).status).toBe(200);
    expect(api.log.filter((line) => line.includes("wrong-settings"))).toHaveLength(1);
  });
});
