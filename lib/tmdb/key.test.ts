import { hang, json, startServer, type Respond, type TestServer } from "@/lib/testing/server";
import { tmdbPage } from "@/lib/testing/tmdb";

import { createTmdbClient } from "./client";

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(hang);
});
afterEach(() => tmdb.close());

/** A key that is replaced by the next of `keys` when it is refused, and by none after the last. */
function keyOf(...keys: string[]) {
  const replaced: string[] = [];
  return {
    replaced,
    read: async () => keys[0] ?? "",
    async replace(refused: string) {
      replaced.push(refused);
      if (keys.length > 1) keys.shift();
      return keys[0] ?? "";
    },
  };
}
const accepting =
  (key: string, status = 401): Respond =>
  (response, received) => {
    const accepted = received.headers.authorization === `Bearer ${key}`;
    (accepted ? json(200, tmdbPage([])) : json(status, { status_code: 7 }))(response, received);
  };
const search = (key: ReturnType<typeof keyOf> | { read: () => Promise<string> }, deadlineMs = 2000) =>
  createTmdbClient({
    apiUrl: tmdb.url,
    key: { replace: () => Promise.reject(new Error("not asked for")), ...key },
    deadlineMs,
  }).searchMovies({ query: "matrix", page: 1, year: null, language: "en-US" });
const sentKeys = () => tmdb.requests.map(({ headers }) => headers.authorization);

describe("a key that TMDB refuses", () => {
  it.each([401, 403])("with %i is read anew once, and the request sent again with it", async (status) => {
    const key = keyOf("old", "new");
    tmdb.respond = accepting("new", status);
    expect(await search(key)).toMatchObject({ totalResults: 0 });
    expect(sentKeys()).toEqual(["Bearer old", "Bearer new"]);
    expect(key.replaced).toEqual(["old"]);
  });

  it("is refused for good when there is no newer one", async () => {
    const key = keyOf("old");
    tmdb.respond = accepting("new");
    await expect(search(key)).rejects.toMatchObject({
      name: "TmdbKeyRefusedError",
      message: "[GET] /3/search/movie: 401",
    });
    expect(sentKeys()).toEqual(["Bearer old"]);
    expect(key.replaced).toEqual(["old"]);
  });

  it("is refused for good when the newer one is refused too", async () => {
    tmdb.respond = accepting("another");
    await expect(search(keyOf("old", "new", "another"))).rejects.toMatchObject({
      name: "TmdbKeyRefusedError",
    });
    expect(sentKeys()).toEqual(["Bearer old", "Bearer new"]);
  });

  it("is not the reason for any other failure", async () => {
    const key = keyOf("old", "new");
    tmdb.respond = json(500, {});
    await expect(search(key)).rejects.toMatchObject({ name: "TmdbUnavailableError" });
    expect(key.replaced).toEqual([]);
  });
});

describe("a key of the wrong form", () => {
  it.each(["two\nlines", "two words", "kéy", ""])("is never sent: %j", async (wrong) => {
    await expect(search(keyOf(wrong))).rejects.toMatchObject({
      name: "TmdbKeyMalformedError",
      message: "[GET] /3/search/movie: the key has the wrong form",
    });
    expect(tmdb.requests).toEqual([]);
  });

  it("is read anew like one that is refused", async () => {
    tmdb.respond = accepting("new");
    expect(await search(keyOf("two\nlines", "new"))).toMatchObject({ totalResults: 0 });
    expect(sentKeys()).toEqual(["Bearer new"]);
  });
});

describe("without a key", () => {
  it("nothing is sent", async () => {
    const cause = new Error("there is none");
    await expect(search({ read: () => Promise.reject(cause) })).rejects.toMatchObject({
      name: "TmdbKeyMissingError",
      message: "[GET] /3/search/movie: no key to ask with: there is none",
      cause,
    });
    expect(tmdb.requests).toEqual([]);
  });

  it("that comes in time, the request ends in time", async () => {
    const never = new Promise<string>(() => undefined);
    await expect(search({ read: () => never }, 100)).rejects.toMatchObject({ name: "TmdbTimeoutError" });
  });
});
