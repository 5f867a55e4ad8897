import { startApi, type Api } from "./testing/api";

const HOUR = 3_600_000;

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const asked = () => api.tmdb.requests.map(({ path, query }) => [path, Object.fromEntries(query)]);

describe.each([
  ["now-playing", "/3/movie/now_playing", 1],
  ["popular", "/3/movie/popular", 45],
  ["upcoming", "/3/movie/upcoming", 0],
])("GET /api/movies/%s", (list, path, totalResults) => {
  it("answers a page of films, counted, for an hour", async () => {
    const first = await api.ask(`/api/movies/${list}`);
    expect(Object.keys(first.body)).toEqual(["page", "totalPages", "totalResults", "results", "cache"]);
    expect(first.body).toMatchObject({ page: 1, totalResults, cache: { source: "tmdb", hits: 0 } });
    api.advance(HOUR - 5000);
    const second = await api.ask(`/api/movies/${list}?language=en-us&region=us&page=1&unknown=1`);
    expect(second.body).toEqual({ ...first.body, cache: { ...first.body.cache, source: "cache", hits: 1 } });
    api.advance(5000);
    expect((await api.ask(`/api/movies/${list}`)).body.cache).toMatchObject({ source: "tmdb", hits: 0 });
    expect(asked()).toEqual(Array(2).fill([path, { page: "1", language: "en-US", region: "US" }]));
  });

  it("keeps page, language and region apart", async () => {
    for (const more of ["", "?page=2", "?language=de", "?region=de"]) {
      expect((await api.ask(`/api/movies/${list}${more}`)).body.cache.source).toBe("tmdb");
    }
    expect(asked().at(-1)).toEqual([path, { page: "1", language: "en-US", region: "DE" }]);
  });
});

describe("GET /api/movies/discover", () => {
  it("answers the films wished for, counted, for two minutes, whatever the order of the wishes", async () => {
    const wishes = "genre=878&genre=28&fromYear=1990&toYear=1999&originalLanguage=en&minRating=8";
    const first = await api.ask(`/api/movies/discover?${wishes}&sort=vote_average.desc`);
    expect(first.body).toMatchObject({
      page: 1,
      totalResults: 1,
      results: [{ id: 603 }],
      cache: { source: "tmdb" },
    });
    const again = await api.ask(
      "/api/movies/discover?sort=vote_average.desc&minRating=8&originalLanguage=EN&toYear=1999&fromYear=1990&genre=28,878",
    );
    expect(again.body).toEqual({ ...first.body, cache: { ...first.body.cache, source: "cache", hits: 1 } });
    expect(asked()).toEqual([
      [
        "/3/discover/movie",
        {
          page: "1",
          language: "en-US",
          include_adult: "false",
          sort_by: "vote_average.desc",
          with_genres: "28,878",
          "primary_release_date.gte": "1990-01-01",
          "primary_release_date.lte": "1999-12-31",
          with_original_language: "en",
          "vote_average.gte": "8",
          "vote_count.gte": "200",
        },
      ],
    ]);
    api.advance(120_000);
    const later = await api.ask(`/api/movies/discover?${wishes}&sort=vote_average.desc`);
    expect(later.body.cache).toMatchObject({ source: "tmdb", hits: 0 });
  });

  it("answers with no films where TMDB has none", async () => {
    expect(await api.ask("/api/movies/discover?genre=37")).toMatchObject({
      status: 200,
      body: { totalResults: 0, results: [] },
    });
  });
});

describe("GET /api/genres", () => {
  it("answers the genres in the language asked for, counted, for a week", async () => {
    const first = await api.ask("/api/genres?language=de-DE");
    expect(first.body["genres"]).toContainEqual({ id: 80, name: "Krimi" });
    expect(first.body.cache).toMatchObject({ source: "tmdb", hits: 0 });
    api.advance(7 * 24 * HOUR - 5000);
    const second = await api.ask("/api/genres?language=de-de");
    expect(second.body).toEqual({ ...first.body, cache: { ...first.body.cache, source: "cache", hits: 1 } });
    api.advance(5000);
    expect((await api.ask("/api/genres?language=de-DE")).body.cache).toMatchObject({ source: "tmdb" });
  });
});
