import { TmdbUnavailableError } from "@/lib/tmdb/errors";

import { loadDiscover } from "./view";

const OUTAGE = new TmdbUnavailableError("/3/discover/movie", "500");
const GENRES = [{ id: 28, name: "Action" }];
const films = { discoverMovies: jest.fn(), genres: jest.fn() };
jest.mock("@/lib/movies", () => ({ catalogue: () => films }));

const load = (search: string) =>
  loadDiscover({ parts: [], search, visitor: { language: "fr", region: "FR" } });

beforeEach(() => {
  films.discoverMovies.mockReset().mockResolvedValue({ value: { results: [] }, cache: {} });
  films.genres.mockReset().mockResolvedValue({ value: GENRES, cache: {} });
});

describe("the discover page", () => {
  it("asks in the language of the interface, whatever the address says", async () => {
    expect(await load("?genre=28&language=en-US")).toMatchObject({
      kind: "discover",
      status: 200,
      genres: { found: GENRES },
    });
    expect(films.discoverMovies.mock.calls[0]).toMatchObject([{ genres: [28], language: "fr-FR", page: 1 }]);
    expect(films.genres.mock.calls).toEqual([[{ language: "fr-FR" }]]);
  });

  it("offers its form beside a problem, too", async () => {
    const problem = { kind: "problem", genres: { found: GENRES } };
    expect(await load("?fromYear=2000&toYear=1990")).toMatchObject({ ...problem, status: 400 });
    expect(films.discoverMovies).not.toHaveBeenCalled();
    films.discoverMovies.mockRejectedValue(OUTAGE);
    expect(await load("?genre=28")).toMatchObject({ ...problem, status: 502 });
  });

  it("shows its films when the genres fail", async () => {
    films.genres.mockRejectedValue(OUTAGE);
    expect(await load("")).toMatchObject({ kind: "discover", genres: { problem: { status: 502 } } });
  });
});
