import { fixedSecret } from "@/lib/aws/secret";
import { json, startServer, type TestServer } from "@/lib/testing/server";
import { tmdbMovie, tmdbPage, tmdbPerson } from "@/lib/testing/tmdb";

import { createTmdbClient, type TmdbClient } from "./client";

let tmdb: TestServer;
let client: TmdbClient;
beforeEach(async () => {
  tmdb = await startServer(json(200, tmdbPage([])));
  client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key") });
});
afterEach(() => tmdb.close());

const search = { query: "matrix", page: 1, year: null, language: "en-US" };

describe("a request to TMDB", () => {
  it("carries the key as a bearer token and in no address", async () => {
    await client.searchMovies(search);
    const [request] = tmdb.requests;
    expect(request).toMatchObject({
      method: "GET",
      headers: { authorization: "Bearer a-key", accept: "application/json" },
    });
    expect(JSON.stringify([request?.path, request?.query])).not.toContain("a-key");
  });

  it("for a search asks for no films for adults", async () => {
    await client.searchMovies({ ...search, page: 7 });
    expect(tmdb.requests).toMatchObject([
      {
        path: "/3/search/movie",
        query: { query: "matrix", page: "7", language: "en-US", include_adult: "false" },
      },
    ]);
    expect(tmdb.requests[0]?.query).not.toHaveProperty("primary_release_year");
  });

  it("for a search in a year asks for films first released in it", async () => {
    await client.searchMovies({ ...search, year: 1999 });
    expect(tmdb.requests[0]?.query).toEqual({
      query: "matrix",
      page: "1",
      language: "en-US",
      include_adult: "false",
      primary_release_year: "1999",
    });
  });

  it.each(["a&page=2#x", "50% + 1?", "天使 é", "../../movie/1", "a\nb"])(
    "carries the query %j and nothing else in its place",
    async (query) => {
      await client.searchMovies({ ...search, query });
      expect(tmdb.requests).toHaveLength(1);
      expect(tmdb.requests[0]?.path).toBe("/3/search/movie");
      expect(tmdb.requests[0]?.query).toEqual({
        query,
        page: "1",
        language: "en-US",
        include_adult: "false",
      });
    },
  );

  it("for the films of the week names page and language", async () => {
    await client.trendingMovies({ page: 2, language: "de-DE" });
    expect(tmdb.requests).toMatchObject([
      { path: "/3/trending/movie/week", query: { page: "2", language: "de-DE" } },
    ]);
  });

  it.each([
    ["nowPlayingMovies", "/3/movie/now_playing"],
    ["popularMovies", "/3/movie/popular"],
    ["upcomingMovies", "/3/movie/upcoming"],
  ] as const)("for %s names page, language and region", async (method, path) => {
    await client[method]({ page: 3, language: "de-DE", region: "AT" });
    expect(tmdb.requests).toMatchObject([{ path, query: { page: "3", language: "de-DE", region: "AT" } }]);
  });

  it("for a person is a single one, with their films", async () => {
    tmdb.respond = json(200, tmdbPerson());
    await client.person(6384, { language: "de-DE" });
    expect(tmdb.requests).toMatchObject([
      { path: "/3/person/6384", query: { language: "de-DE", append_to_response: "movie_credits" } },
    ]);
  });

  it.each([
    ["en-US", "en,null"],
    ["de-DE", "de,en,null"],
    ["fr", "fr,en,null"],
  ])("for a film in %s is a single one, with trailers in %s", async (language, videoLanguages) => {
    tmdb.respond = json(200, tmdbMovie());
    await client.movie(603, { language });
    expect(tmdb.requests).toHaveLength(1);
    expect(tmdb.requests[0]).toMatchObject({
      path: "/3/movie/603",
      query: {
        language,
        append_to_response: "credits,videos,recommendations,release_dates,watch/providers",
        include_video_language: videoLanguages,
      },
    });
  });

  it("for the genres names what they need", async () => {
    tmdb.respond = json(200, { genres: [] });
    await client.genres({ language: "de-DE" });
    expect(tmdb.requests).toMatchObject([{ path: "/3/genre/movie/list", query: { language: "de-DE" } }]);
  });
});
