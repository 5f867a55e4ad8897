import { TmdbUnavailableError } from "@/lib/tmdb/errors";

import { loadHome } from "./home-view";

const ASKED = { parts: [], search: "", visitor: { language: "de", region: "AT" } } as const;
const OUTAGE = new TmdbUnavailableError("/3/some/list", "500");
const found = (value: unknown) => ({ value, cache: {} });
const page = found({ page: 1, totalPages: 1, totalResults: 1, results: [] });

const films = {
  trendingMovies: jest.fn(),
  nowPlayingMovies: jest.fn(),
  popularMovies: jest.fn(),
  upcomingMovies: jest.fn(),
  genres: jest.fn(),
  searchMovies: jest.fn(),
};
jest.mock("@/lib/movies", () => ({ catalogue: () => films }));

beforeEach(() => {
  for (const ask of Object.values(films)) ask.mockReset().mockResolvedValue(page);
  films.genres.mockResolvedValue(found([{ id: 28, name: "Action" }]));
});

describe("the start page with nothing asked", () => {
  it("asks once for each list, where regions matter for the visitor's", async () => {
    await loadHome(ASKED);
    for (const ask of [films.nowPlayingMovies, films.upcomingMovies]) {
      expect(ask.mock.calls).toEqual([[{ page: 1, language: "de-DE", region: "AT" }]]);
    }
    expect(films.trendingMovies).toHaveBeenCalledTimes(1);
    expect(films.popularMovies).toHaveBeenCalledTimes(1);
    expect(films.genres.mock.calls).toEqual([[{ language: "de-DE" }]]);
  });

  it("shows the others when one of them fails", async () => {
    films.popularMovies.mockRejectedValue(OUTAGE);
    films.genres.mockRejectedValue(OUTAGE);
    expect(await loadHome(ASKED)).toMatchObject({
      kind: "landing",
      status: 200,
      lists: {
        trending: { found: page },
        popular: { problem: { kind: "tmdb-unreachable" } },
        upcoming: { found: page },
      },
      genres: { problem: { kind: "tmdb-unreachable" } },
    });
  });

  it("is a problem when the films of the week fail", async () => {
    films.trendingMovies.mockRejectedValue(OUTAGE);
    expect(await loadHome(ASKED)).toMatchObject({ kind: "problem", status: 502 });
  });
});

describe("a search with a year behind the title", () => {
  const search = "?query=dune+2021";

  it("is for the films of that year", async () => {
    expect(await loadHome({ ...ASKED, search })).toMatchObject({ kind: "results", typedYear: 2021 });
    expect(films.searchMovies).toHaveBeenCalledWith({
      query: "dune",
      year: 2021,
      page: 1,
      language: "de-DE",
    });
  });

  it("is for the text as it is where that is asked for", async () => {
    const view = await loadHome({ ...ASKED, search: `${search}&literal=1` });
    expect(view).toMatchObject({ kind: "results", typedYear: null, request: { query: "dune 2021" } });
    expect(films.searchMovies).toHaveBeenCalledTimes(1);
  });

  it("typed no year where the address has one", async () => {
    expect(await loadHome({ ...ASKED, search: `${search}&year=1984` })).toMatchObject({ typedYear: null });
  });
});
