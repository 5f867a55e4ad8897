import { startApi, type Api } from "./testing/api";

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

describe("GET /api/movies", () => {
  it("answers the films that TMDB finds, member for member", async () => {
    const { status, text, body } = await api.ask("/api/movies?query=the+matrix");
    const fetchedAt = Date.parse(body.cache.fetchedAt);
    expect(status).toBe(200);
    expect(text).toBe(
      JSON.stringify({
        query: "the matrix",
        page: 1,
        totalPages: 1,
        totalResults: 2,
        results: [
          {
            id: 603,
            title: "The Matrix",
            originalTitle: "The Matrix",
            originalLanguage: "en",
            releaseDate: "1999-03-31",
            year: 1999,
            genreIds: [28, 878],
            posterPath: "/x.jpg",
            backdropPath: "/y.jpg",
            voteAverage: 8.2,
            voteCount: 26000,
            popularity: 80.1,
            overview: "A computer hacker learns what the world is made of.",
          },
          {
            id: 9,
            title: "The Matrix",
            originalTitle: "The Matrix",
            originalLanguage: "en",
            releaseDate: null,
            year: null,
            genreIds: [],
            posterPath: null,
            backdropPath: null,
            voteAverage: 0,
            voteCount: 0,
            popularity: 1,
            overview: "",
          },
        ],
        cache: {
          source: "tmdb",
          hits: 0,
          stale: false,
          fetchedAt: new Date(fetchedAt).toISOString(),
          freshUntil: new Date(fetchedAt + 120_000).toISOString(),
        },
      }),
    );
    expect(Math.abs(Date.now() - fetchedAt)).toBeLessThan(5000);
  });

  it("answers from the cache afterwards: the same films, hits 1, 2, 3 …, the same window", async () => {
    const first = await api.ask("/api/movies?query=matrix");
    for (const hits of [1, 2, 3]) {
      api.advance(10_000);
      const { body } = await api.ask("/api/movies?query=matrix");
      expect(body).toEqual({ ...first.body, cache: { ...first.body.cache, source: "cache", hits } });
    }
    expect(api.tmdb.requests).toHaveLength(1);
  });

  it("asks TMDB again when two minutes are over, and counts from 1 again", async () => {
    await api.ask("/api/movies?query=matrix");
    await api.ask("/api/movies?query=matrix");
    api.advance(120_000);
    expect((await api.ask("/api/movies?query=matrix")).body.cache).toMatchObject({ source: "tmdb", hits: 0 });
    expect((await api.ask("/api/movies?query=matrix")).body.cache).toMatchObject({
      source: "cache",
      hits: 1,
    });
    expect(api.tmdb.requests).toHaveLength(2);
  });

  it("takes every spelling of a request for the same one", async () => {
    const same = [
      "query=the+matrix&page=1",
      "query=%20%20The%20%20%20MATRIX%20",
      "page=1&query=THE%09matrix",
      "language=en-us&page=1&query=the%20matrix",
      "utm_source=x&query=the+matrix&api_key=none&QUERY=y",
    ];
    const hits: unknown[] = [];
    for (const search of same) hits.push((await api.ask(`/api/movies?${search}`)).body.cache.hits);
    expect(hits).toEqual([0, 1, 2, 3, 4]);
    expect(api.tmdb.requests.map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual([
      ["/3/search/movie", { query: "the matrix", page: "1", language: "en-US", include_adult: "false" }],
    ]);
  });

  it("takes é for é, however it is put together", async () => {
    await api.ask(`/api/movies?query=${encodeURIComponent("am\u00e9lie")}`);
    const { body } = await api.ask(`/api/movies?query=${encodeURIComponent("Ame\u0301lie")}`);
    expect(body).toMatchObject({ query: "am\u00e9lie", results: [], cache: { hits: 1 } });
  });

  it("keeps another page, year and language apart", async () => {
    for (const more of ["", "&page=2", "&year=1999", "&language=de"]) {
      expect((await api.ask(`/api/movies?query=matrix${more}`)).body.cache.source).toBe("tmdb");
    }
    expect(api.tmdb.requests.map(({ query }) => query.get("primary_release_year"))).toEqual([
      null,
      null,
      "1999",
      null,
    ]);
  });

  it("answers the page asked for, and none of the films past the end", async () => {
    const last = await api.ask("/api/movies?query=matrix&page=3");
    expect(last.body).toMatchObject({ page: 3, totalPages: 3, totalResults: 45 });
    expect(last.body.results).toHaveLength(5);
    const past = await api.ask("/api/movies?query=matrix&page=500");
    expect(past).toMatchObject({ status: 200, body: { page: 500, totalPages: 3, results: [] } });
  });

  it("answers with no films where TMDB finds none", async () => {
    expect(await api.ask("/api/movies?query=nothing+of+the+kind")).toMatchObject({
      status: 200,
      body: { totalResults: 0, results: [] },
    });
  });
});
