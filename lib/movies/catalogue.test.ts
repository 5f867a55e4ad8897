import { fixedSecret } from "@/lib/aws/secret";
import { createCountedCache } from "@/lib/cache/counted-cache";
import { createMemoryStore } from "@/lib/cache/memory-store";
import { createTmdbClient } from "@/lib/tmdb/client";
import { standInFilm } from "@/local/tmdb/catalogue/film";
import type { Fault } from "@/local/tmdb/fault";
import { startTmdbStandIn, type TmdbStandIn } from "@/local/tmdb/stand-in";

import type { Catalogue } from "./catalogue";
import { createCatalogue } from "./create-catalogue";

const START = 1_700_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEARCH = { query: "night", page: 1, year: null, language: "en-US" };
const LIST = { page: 1, language: "en-US", region: "US" };

let clock: number;
let fault: Fault | undefined;
let tmdb: TmdbStandIn;
let catalogue: Catalogue;

beforeEach(async () => {
  clock = START;
  fault = undefined;
  tmdb = await startTmdbStandIn({
    key: "a-key",
    films: [standInFilm({ id: 1, title: "Night", releaseDate: "1999-05-01" })],
    intercept: () => fault,
  });
  const now = () => clock;
  const client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key"), now });
  const cache = createCountedCache({ store: createMemoryStore(), now });
  catalogue = createCatalogue(cache, client, 2 * MINUTE);
});
afterEach(() => tmdb.close());

const asked = () => tmdb.requests.map(({ path }) => path);

describe("what is asked of the catalogue", () => {
  it("is answered by TMDB first and by the cache afterwards, counted", async () => {
    const film = expect.objectContaining({ id: 1, title: "Night", year: 1999 });
    expect(await catalogue.searchMovies(SEARCH)).toEqual({
      value: { query: "night", page: 1, totalPages: 1, totalResults: 1, results: [film] },
      cache: {
        source: "tmdb",
        hits: 0,
        stale: false,
        stored: true,
        fetchedAt: START,
        freshUntil: START + 2 * MINUTE,
        answeredAt: START,
      },
    });
    clock += 5 * SECOND;
    expect(await catalogue.searchMovies(SEARCH)).toMatchObject({
      value: { query: "night", results: [film] },
      cache: { source: "cache", hits: 1, fetchedAt: START, answeredAt: START + 5 * SECOND },
    });
  });

  it.each([
    ["a search", () => catalogue.searchMovies(SEARCH), 2 * MINUTE],
    ["what is trending", () => catalogue.trendingMovies(LIST), HOUR],
    ["a film", () => catalogue.getMovie(1, LIST), DAY],
    ["the genres", () => catalogue.genres(LIST), 7 * DAY],
    ["the image configuration", () => catalogue.imageConfiguration(), 7 * DAY],
  ])("is fresh for its own window: %s", async (_name, ask, windowMs) => {
    expect((await ask()).cache).toMatchObject({ source: "tmdb", freshUntil: START + windowMs });
    clock = START + windowMs - 1;
    expect((await ask()).cache).toMatchObject({ source: "cache", hits: 1 });
    clock = START + windowMs;
    expect((await ask()).cache).toMatchObject({ source: "tmdb", hits: 0 });
    expect(asked()).toHaveLength(2);
  });

  it("is another thing for another page, year, language or kind", async () => {
    await catalogue.searchMovies(SEARCH);
    await catalogue.searchMovies({ ...SEARCH, page: 2 });
    await catalogue.searchMovies({ ...SEARCH, year: 1999 });
    await catalogue.searchMovies({ ...SEARCH, language: "de-DE" });
    await catalogue.searchMovies({ ...SEARCH, query: "night&page=2" });
    await catalogue.trendingMovies(LIST);
    await catalogue.trendingMovies({ ...LIST, page: 2 });
    expect(tmdb.requests).toHaveLength(7);
  });

  it("is no film when TMDB has none, and TMDB is asked again after two minutes", async () => {
    const missing = () => catalogue.getMovie(999, LIST);
    await expect(missing()).rejects.toMatchObject({
      name: "MovieNotFoundError",
      id: 999,
      message: "There is no film 999",
    });
    clock = START + 2 * MINUTE - 1;
    await expect(missing()).rejects.toThrow("There is no film 999");
    expect(asked()).toEqual(["/3/movie/999"]);
    clock = START + 2 * MINUTE;
    await expect(missing()).rejects.toThrow("There is no film 999");
    expect(asked()).toEqual(["/3/movie/999", "/3/movie/999"]);
  });

  it("is an error when TMDB fails and there is no copy, and a stale copy where there is one", async () => {
    fault = { status: 500, body: "" };
    await expect(catalogue.getMovie(1, LIST)).rejects.toMatchObject({ name: "TmdbUnavailableError" });
    fault = undefined;
    clock += MINUTE;
    await catalogue.getMovie(1, LIST);
    fault = { status: 500, body: "" };
    clock += DAY;
    expect((await catalogue.getMovie(1, LIST)).cache).toMatchObject({
      source: "cache",
      hits: 1,
      stale: true,
    });
  });
});
