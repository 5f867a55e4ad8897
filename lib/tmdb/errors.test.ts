import { fixedSecret } from "@/lib/aws/secret";
import { closedUrl, cutShort, hang, json, startServer, text, type TestServer } from "@/lib/testing/server";
import { tmdbFilm, tmdbPage } from "@/lib/testing/tmdb";

import { createTmdbClient } from "./client";
import { TmdbError } from "./errors";

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(hang);
});
afterEach(() => tmdb.close());

const SEARCH = { query: "matrix", page: 1, year: null, language: "en-US" };
const PAGE = JSON.stringify(tmdbPage([tmdbFilm()]));
const HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";

async function failure(apiUrl = tmdb.url, deadlineMs = 2000): Promise<TmdbError> {
  const client = createTmdbClient({ apiUrl, key: fixedSecret("a-key"), deadlineMs });
  const error: unknown = await client.searchMovies(SEARCH).catch((reason: unknown) => reason);
  if (error instanceof TmdbError) return error;
  throw new Error(`no TmdbError: ${String(error)}`);
}

describe("a request to TMDB fails", () => {
  it.each([
    ["400", json(400, { status_code: 22, success: false }), "TmdbRequestRefusedError", "400"],
    ["422 with errors", json(422, { errors: ["query must be provided"] }), "TmdbRequestRefusedError", "422"],
    ["401", json(401, { status_code: 7, status_message: "Invalid API key" }), "TmdbKeyRefusedError", "401"],
    ["403", json(403, {}), "TmdbKeyRefusedError", "403"],
    ["404", json(404, { status_code: 34 }), "TmdbNotFoundError", "404"],
    ["404 for an id that can't be", json(404, { status_code: 6 }), "TmdbNotFoundError", "404"],
    [
      "404 of another server",
      text(404, "<h1>Not Found</h1>"),
      "TmdbResponseError",
      "404 without a status code of TMDB",
    ],
    [
      "404 in JSON of another server",
      json(404, { status: 404 }),
      "TmdbResponseError",
      "404 without a status code of TMDB",
    ],
    ["429", json(429, { status_code: 25 }), "TmdbBusyError", "429"],
    ["503 with Retry-After", json(503, {}, { "retry-after": "5" }), "TmdbBusyError", "503"],
    ["503", json(503, {}), "TmdbUnavailableError", "503"],
    [
      "503 with a Retry-After of rubbish",
      json(503, {}, { "retry-after": "-1" }),
      "TmdbUnavailableError",
      "503",
    ],
    ["500 with HTML", text(500, HTML, { "content-type": "text/html" }), "TmdbUnavailableError", "500"],
    ["504", text(504, ""), "TmdbUnavailableError", "504"],
    ["204", text(204, ""), "TmdbResponseError", "unexpected status 204"],
    ["418", text(418, "short and stout"), "TmdbResponseError", "unexpected status 418"],
    ["HTML with status 200", text(200, HTML), "TmdbResponseError", "no JSON"],
    ["nothing with status 200", text(200, ""), "TmdbResponseError", "no JSON"],
    ["JSON that is cut short", text(200, PAGE.slice(0, -9)), "TmdbResponseError", "no JSON"],
    ["a body of 10 MB", text(200, `"${"x".repeat(10_000_000)}"`), "TmdbResponseError", "too large"],
    ["a transfer that breaks off", cutShort(PAGE), "TmdbUnavailableError", "not reached (UND_ERR_SOCKET)"],
  ])("with %s", async (_name, respond, name, what) => {
    tmdb.respond = respond;
    const error = await failure();
    expect(`${error.name}: ${error.message}`).toBe(`${name}: [GET] /3/search/movie: ${what}`);
  });

  it("when it leads elsewhere: the key must not follow", async () => {
    const elsewhere = await startServer(text(200, PAGE));
    tmdb.respond = text(302, "", { location: `${elsewhere.url}/3/search/movie` });
    expect(await failure()).toMatchObject({
      name: "TmdbUnavailableError",
      message: "[GET] /3/search/movie: not reached",
    });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it("when nothing listens there", async () => {
    expect(await failure(await closedUrl())).toMatchObject({
      name: "TmdbUnavailableError",
      message: "[GET] /3/search/movie: not reached (ECONNREFUSED)",
    });
  });

  it("when the connection is closed without an answer", async () => {
    tmdb.respond = (response) => void response.destroy();
    expect((await failure()).name).toBe("TmdbUnavailableError");
  });

  it("in time when it never answers", async () => {
    const started = Date.now();
    expect(await failure(tmdb.url, 200)).toMatchObject({
      name: "TmdbTimeoutError",
      message: "[GET] /3/search/movie: no answer within 200 ms",
    });
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it("in time when its answer never ends", async () => {
    tmdb.respond = (response) => void response.writeHead(200).write(PAGE.slice(0, 20));
    expect((await failure(tmdb.url, 200)).name).toBe("TmdbTimeoutError");
  });

  it("and is not sent again by itself", async () => {
    tmdb.respond = json(500, {});
    await failure();
    expect(tmdb.requests).toHaveLength(1);
  });
});
