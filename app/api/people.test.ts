import { startApi, type Api } from "./testing/api";

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

describe("GET /api/people/{id}", () => {
  it("answers one person with their films, counted, for a day", async () => {
    const first = await api.ask("/api/people/6384");
    expect(first.body).toMatchObject({
      id: 6384,
      name: "Keanu Reeves",
      birthday: "1964-09-02",
      department: "Acting",
      imdbId: "nm0000206",
      profilePath: "/k.jpg",
      credits: [{ id: 603, title: "The Matrix", year: 1999, character: "Neo", jobs: [] }],
      cache: { source: "tmdb", hits: 0 },
    });
    api.advance(24 * 3_600_000 - 5000);
    const second = await api.ask("/api/people/6384?region=DE");
    expect(second.body).toEqual({ ...first.body, cache: { ...first.body.cache, source: "cache", hits: 1 } });
    api.advance(5000);
    expect((await api.ask("/api/people/6384")).body.cache).toMatchObject({ source: "tmdb", hits: 0 });
    expect(api.tmdb.requests.map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual(
      Array(2).fill(["/3/person/6384", { language: "en-US", append_to_response: "movie_credits" }]),
    );
  });

  it("answers 404 for a person whom TMDB does not know, and asks again after two minutes", async () => {
    const { status, body } = await api.ask("/api/people/999999999");
    expect(status).toBe(404);
    expect(body).toEqual({
      type: "urn:movies-viewer:no-such-person",
      title: "No such person",
      status: 404,
      detail: "There is no person 999999999.",
      instance: "/api/people/999999999",
    });
    api.advance(119_000);
    expect((await api.ask("/api/people/999999999")).status).toBe(404);
    expect(api.tmdb.requests).toHaveLength(1);
    api.advance(1000);
    expect((await api.ask("/api/people/999999999")).status).toBe(404);
    expect(api.tmdb.requests).toHaveLength(2);
  });
});
