import { fixedSecret } from "@/lib/aws/secret";
import { hang, startServer, text, type TestServer } from "@/lib/testing/server";

import { createTmdbClient, type TmdbClient } from "./client";

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const MINUTE = 60_000;

let tmdb: TestServer;
let client: TmdbClient;
beforeEach(async () => {
  tmdb = await startServer(hang);
  client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key"), now: () => NOW });
});
afterEach(() => tmdb.close());

const search = () => client.searchMovies({ query: "matrix", page: 1, year: null, language: "en-US" });

describe("that TMDB asks to wait", () => {
  it.each([
    ["in seconds", "7", 7000],
    ["until a date", "Tue, 24 Nov 2026 12:00:30 GMT", 30_000],
    ["without saying how long", undefined, 2000],
    ["in words that mean nothing", "soon", 2000],
    ["for no time at all", "0", 1000],
    ["until a date that is over", "Wed, 21 Oct 2015 07:28:00 GMT", 1000],
    ["for a year", "31536000", 15 * MINUTE],
  ])("%s, is an error that says for how long", async (_name, retryAfter, retryAfterMs) => {
    tmdb.respond = text(429, "", retryAfter === undefined ? {} : { "retry-after": retryAfter });
    await expect(search()).rejects.toMatchObject({
      name: "TmdbBusyError",
      message: "[GET] /3/search/movie: 429",
      status: 429,
      retryAfterMs,
    });
  });

  it("with 503, is the same error", async () => {
    tmdb.respond = text(503, "", { "retry-after": "5" });
    await expect(search()).rejects.toMatchObject({ name: "TmdbBusyError", status: 503, retryAfterMs: 5000 });
  });

  it("with 503 and no time, is an outage", async () => {
    tmdb.respond = text(503, "");
    await expect(search()).rejects.toMatchObject({ name: "TmdbUnavailableError" });
  });
});
