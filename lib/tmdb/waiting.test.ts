import { fixedSecret } from "@/lib/aws/secret";
import { hang, json, startServer, text, type TestServer } from "@/lib/testing/server";
import { tmdbPage } from "@/lib/testing/tmdb";

import { createTmdbClient, type TmdbClient } from "./client";
import { TmdbBusyError } from "./errors";

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const MINUTE = 60_000;

let tmdb: TestServer;
let client: TmdbClient;
let clock: number;
beforeEach(async () => {
  clock = NOW;
  tmdb = await startServer(hang);
  client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key"), now: () => clock });
});
afterEach(() => tmdb.close());

const busyFor = (retryAfter?: string, status = 429) =>
  text(status, "", retryAfter === undefined ? {} : { "retry-after": retryAfter });
const search = () => client.searchMovies({ query: "matrix", page: 1, year: null, language: "en-US" });
async function refusal(): Promise<TmdbBusyError> {
  const error: unknown = await search().catch((reason: unknown) => reason);
  if (error instanceof TmdbBusyError) return error;
  throw new Error(`no TmdbBusyError: ${String(error)}`);
}

describe("when TMDB asks to wait", () => {
  it.each([
    ["in seconds", "7", 7000],
    ["until a date", "Tue, 24 Nov 2026 12:00:30 GMT", 30_000],
    ["without saying how long", undefined, 2000],
    ["in words that mean nothing", "soon", 2000],
    ["for no time at all", "0", 1000],
    ["until a date that is over", "Wed, 21 Oct 2015 07:28:00 GMT", 1000],
    ["for a year", "31536000", 15 * MINUTE],
  ])("%s, nothing is sent until that time is over", async (_name, retryAfter, waitMs) => {
    tmdb.respond = busyFor(retryAfter);
    expect(await refusal()).toMatchObject({ status: 429, retryAfterMs: waitMs });

    tmdb.respond = json(200, tmdbPage([]));
    clock += waitMs - 1;
    expect(await refusal()).toMatchObject({
      message: "[GET] /3/search/movie: 429",
      status: 429,
      retryAfterMs: 1,
    });
    expect(tmdb.requests).toHaveLength(1);

    clock += 1;
    expect(await search()).toMatchObject({ totalResults: 0 });
    expect(tmdb.requests).toHaveLength(2);
  });

  it("with 503, it is heeded just so", async () => {
    tmdb.respond = busyFor("5", 503);
    expect(await refusal()).toMatchObject({ status: 503, retryAfterMs: 5000 });
    clock += 4000;
    expect(await refusal()).toMatchObject({ status: 503, retryAfterMs: 1000 });
    expect(tmdb.requests).toHaveLength(1);
  });

  it("every other request waits too", async () => {
    tmdb.respond = busyFor("5");
    await refusal();
    await expect(client.movie(603, { language: "en-US" })).rejects.toThrow("[GET] /3/movie/603: 429");
    await expect(client.trendingMovies({ page: 1, language: "en-US" })).rejects.toThrow(TmdbBusyError);
    expect(tmdb.requests).toHaveLength(1);
  });

  it("it may ask again", async () => {
    tmdb.respond = busyFor("5");
    await refusal();
    clock += 5000;
    await refusal();
    clock += 4999;
    await refusal();
    expect(tmdb.requests).toHaveLength(2);
  });

  it("differently in answers to requests that were under way together, the longest time holds", async () => {
    const waits = ["60", "1"];
    tmdb.respond = (response, received) => busyFor(waits.shift())(response, received);
    await Promise.all([refusal(), refusal()]);
    expect(tmdb.requests).toHaveLength(2);
    clock += 59_000;
    expect(await refusal()).toMatchObject({ retryAfterMs: 1000 });
    expect(tmdb.requests).toHaveLength(2);
  });
});
