import { startApi, type Api } from "./testing/api";

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

describe("GET /api/movies/{id}", () => {
  it("answers one film with its people, counted, for a day", async () => {
    const first = await api.ask("/api/movies/603");
    expect(first.body).toMatchObject({
      id: 603,
      title: "The Matrix",
      runtime: 136,
      certification: "R",
      directors: [{ id: 9340, name: "Lana Wachowski", job: "Director" }],
      crew: [{ id: 1091, name: "Joel Silver", job: "Producer" }],
      cast: [{ id: 6384, name: "Keanu Reeves", character: "Neo", profilePath: "/k.jpg" }],
      collection: { id: 2344, name: "The Matrix Collection", posterPath: "/c.jpg", backdropPath: null },
      imdbId: "tt0133093",
      spokenLanguages: ["en"],
      productionCountries: ["US"],
      genres: [
        { id: 28, name: "Action" },
        { id: 878, name: "Science Fiction" },
      ],
      cache: { source: "tmdb", hits: 0, stale: false },
    });
    api.advance(24 * 3_600_000 - 5000);
    const second = await api.ask("/api/movies/603");
    expect(second.body).toEqual({ ...first.body, cache: { ...first.body.cache, source: "cache", hits: 1 } });
    api.advance(5000);
    expect((await api.ask("/api/movies/603")).body.cache).toMatchObject({ source: "tmdb", hits: 0 });
  });

  it("answers certificate, date and offers of the region asked for, and asks TMDB once for all", async () => {
    const { body: us } = await api.ask("/api/movies/603");
    expect(us).toMatchObject({
      certification: "R",
      region: { code: "US", certification: "R", releaseDate: "1999-03-31", watch: { link: null, rent: [] } },
      regions: ["DE", "US"],
    });
    const { body: de } = await api.ask("/api/movies/603?region=de");
    expect(de).toMatchObject({
      certification: "16",
      region: {
        code: "DE",
        certification: "16",
        releaseDate: "1999-06-17",
        watch: {
          link: "https://www.themoviedb.org/movie/603-the-matrix/watch?locale=DE",
          stream: [],
          rent: [{ id: 2, name: "Apple TV", logoPath: "/a.jpg" }],
        },
      },
      cache: { source: "cache", hits: 1 },
    });
    expect((await api.ask("/api/movies/603?region=AQ")).body).toMatchObject({
      certification: null,
      cache: { hits: 2 },
    });
    expect(api.tmdb.requests).toHaveLength(1);
  });

  it("has another entity tag in another region", async () => {
    const tag = (await api.ask("/api/movies/603")).headers.get("etag") ?? "";
    const german = await api.ask("/api/movies/603?region=DE", { headers: { "if-none-match": tag } });
    expect(german.status).toBe(200);
  });

  it("costs one request to TMDB, everything appended", async () => {
    await api.ask("/api/movies/603?language=de-DE");
    expect(api.tmdb.requests.map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual([
      [
        "/3/movie/603",
        {
          language: "de-DE",
          append_to_response: "credits,videos,recommendations,release_dates,watch/providers",
          include_video_language: "de,en,null",
        },
      ],
    ]);
  });

  it("answers 404 for a film that TMDB does not know, and asks again after two minutes", async () => {
    const { status, body } = await api.ask("/api/movies/999999999");
    expect(status).toBe(404);
    expect(body).toEqual({
      type: "urn:movies-viewer:no-such-film",
      title: "No such film",
      status: 404,
      detail: "There is no film 999999999.",
      instance: "/api/movies/999999999",
    });
    expect((await api.ask("/api/movies/999999999")).status).toBe(404);
    expect(api.tmdb.requests).toHaveLength(1);
    api.advance(120_000);
    expect((await api.ask("/api/movies/999999999")).status).toBe(404);
    expect(api.tmdb.requests).toHaveLength(2);
  });
});

describe("GET /api/movies/trending", () => {
  it("answers the films of the week, counted, for an hour", async () => {
    const first = await api.ask("/api/movies/trending");
    expect(Object.keys(first.body)).toEqual(["page", "totalPages", "totalResults", "results", "cache"]);
    expect(first.body).toMatchObject({
      page: 1,
      totalPages: 3,
      totalResults: 45,
      cache: { source: "tmdb", hits: 0 },
    });
    expect(first.body.results).toHaveLength(20);
    expect(first.headers.get("cache-status")).toBe("movies; fwd=miss; stored");
    api.advance(3_600_000 - 5000);
    const second = await api.ask("/api/movies/trending?page=1&unknown=1");
    expect(second.body).toEqual({ ...first.body, cache: { ...first.body.cache, source: "cache", hits: 1 } });
    api.advance(5000);
    expect((await api.ask("/api/movies/trending")).body.cache).toMatchObject({ source: "tmdb", hits: 0 });
    expect(api.tmdb.requests.map(({ path }) => path)).toEqual(Array(2).fill("/3/trending/movie/week"));
  });

  it("keeps pages apart", async () => {
    const first = await api.ask("/api/movies/trending");
    const third = await api.ask("/api/movies/trending?page=3");
    expect(third.body).toMatchObject({ page: 3, cache: { source: "tmdb" } });
    expect(third.body.results).toHaveLength(5);
    expect(third.body.results).not.toContainEqual(first.body.results[0]);
  });
});
