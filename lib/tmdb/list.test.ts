import { fixedSecret } from "@/lib/aws/secret";
import { json, startServer, type TestServer } from "@/lib/testing/server";
import { THE_MATRIX, tmdbFilm, tmdbPage } from "@/lib/testing/tmdb";

import { createTmdbClient } from "./client";

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(json(200, tmdbPage([])));
});
afterEach(() => tmdb.close());

/** The page that comes of what TMDB sends. */
function searchFor(sent: unknown, page = 1) {
  tmdb.respond = json(200, sent);
  const client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key") });
  return client.searchMovies({ query: "matrix", page, year: null, language: "en-US" });
}
const onlyFilm = async (fields: Record<string, unknown>) =>
  (await searchFor(tmdbPage([tmdbFilm(fields)]))).results[0];

describe("a page of films", () => {
  it("is ours, without what TMDB sends beyond it", async () => {
    expect(await searchFor(tmdbPage([tmdbFilm()], { page: 1, total_pages: 5, total_results: 97 }))).toEqual({
      page: 1,
      totalPages: 5,
      totalResults: 97,
      results: [THE_MATRIX],
    });
  });

  it("says 500 pages at most: TMDB answers no further one", async () => {
    expect((await searchFor(tmdbPage([tmdbFilm()], { total_pages: 58_322 }))).totalPages).toBe(500);
    expect((await searchFor(tmdbPage([tmdbFilm()], { total_pages: 499 }))).totalPages).toBe(499);
  });

  it("past the end has no films and is no error", async () => {
    const past = tmdbPage([], { page: 9, total_pages: 5, total_results: 97 });
    expect(await searchFor(past, 9)).toEqual({ page: 9, totalPages: 5, totalResults: 97, results: [] });
  });

  it.each([
    ["null", null, "the whole"],
    ["a list", [], "the whole"],
    ["a text", "page", "the whole"],
    ["without results", tmdbPage([], { results: undefined }), "results"],
    ["with results that are no list", tmdbPage([], { results: {} }), "results"],
    ["without totals", { page: 1, results: [] }, "total_pages, total_results"],
    [
      "with totals of another type",
      tmdbPage([], { total_pages: "5", total_results: -1 }),
      "total_pages, total",
    ],
    ["of an error with status 200", { success: false, status_code: 7 }, "page, results"],
  ])("of another shape is an error: %s", async (_name, sent, fields) => {
    await expect(searchFor(sent)).rejects.toMatchObject({
      name: "TmdbResponseError",
      message: expect.stringContaining(`[GET] /3/search/movie: another shape than expected in ${fields}`),
    });
  });
});

describe("a film", () => {
  it.each([
    ["release_date", "releaseDate", null, [null, "", undefined, "1999", "31.03.1999", "1999-02-30", 1999]],
    [
      "poster_path",
      "posterPath",
      null,
      [null, "", undefined, 7, "poster.jpg", "/../x.jpg", "//evil.example/x.jpg"],
    ],
    ["backdrop_path", "backdropPath", null, [null, "", undefined, false]],
    ["overview", "overview", "", [null, "", undefined, 7]],
    ["original_language", "originalLanguage", "", [null, undefined, {}]],
    ["original_title", "originalTitle", "The Matrix", [null, "", undefined, 7]],
    ["genre_ids", "genreIds", [], [null, [], undefined, "28", ["28", null, -1, 1.5]]],
    ["vote_average", "voteAverage", 0, [null, undefined, "8.2", -1, 11]],
    ["vote_count", "voteCount", 0, [null, undefined, "many", -1]],
    ["popularity", "popularity", 0, [null, undefined, [], -1]],
  ])("without a usable %s is a film with a neutral %s", async (field, ours, neutral, unusable) => {
    for (const value of unusable) {
      expect(await onlyFilm({ [field]: value })).toEqual({
        ...THE_MATRIX,
        [ours]: neutral,
        ...(ours === "releaseDate" ? { year: null } : {}),
      });
    }
  });

  it("keeps the genres that can be read", async () => {
    expect(await onlyFilm({ genre_ids: [28, "x", 12] })).toMatchObject({ genreIds: [28, 12] });
  });

  it("has its year from its date", async () => {
    expect(await onlyFilm({ release_date: "2026-12-24" })).toMatchObject({
      releaseDate: "2026-12-24",
      year: 2026,
    });
  });

  it.each([
    ["null", null],
    ["a text", "The Matrix"],
    ["a list", []],
    ["without an id", tmdbFilm({ id: undefined })],
    ["with a text as id", tmdbFilm({ id: "603" })],
    ["with id 0", tmdbFilm({ id: 0 })],
    ["without a title", tmdbFilm({ title: undefined })],
    ["with an empty title", tmdbFilm({ title: "" })],
  ])("that can't be shown costs only itself: %s", async (_name, odd) => {
    const { results } = await searchFor(tmdbPage([odd, tmdbFilm()]));
    expect(results).toEqual([THE_MATRIX]);
  });

  it("that can't be shown is an error when no other is there: that is no empty page", async () => {
    await expect(searchFor(tmdbPage([null, { id: 1 }]))).rejects.toMatchObject({
      name: "TmdbResponseError",
      message: "[GET] /3/search/movie: no film of the page can be read",
    });
  });

  it("for adults is left out although TMDB was asked to", async () => {
    const { results } = await searchFor(tmdbPage([tmdbFilm({ id: 1, adult: true }), tmdbFilm()]));
    expect(results.map(({ id }) => id)).toEqual([603]);
    expect((await searchFor(tmdbPage([tmdbFilm({ adult: true })]))).results).toEqual([]);
  });

  it("is none for adults where TMDB does not say", async () => {
    expect(await onlyFilm({ adult: undefined })).toEqual(THE_MATRIX);
    expect(await onlyFilm({ adult: null })).toEqual(THE_MATRIX);
  });
});
