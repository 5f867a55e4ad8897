import { fixedSecret } from "@/lib/aws/secret";
import type { Query } from "@/lib/cache/answer";
import { createCountedCache, type CountedCache } from "@/lib/cache/counted-cache";
import { createMemoryStore } from "@/lib/cache/testing/memory-store";
import { createTmdbClient } from "@/lib/tmdb/client";
import { personIdOf } from "@/local/tmdb/catalogue/credits";
import { standInFilm } from "@/local/tmdb/catalogue/film";
import type { Fault } from "@/local/tmdb/fault";
import { startTmdbStandIn, type TmdbStandIn } from "@/local/tmdb/stand-in";

import type { Catalogue } from "./catalogue";
import { createCatalogue } from "./create-catalogue";
import { parseDiscoverRequest } from "./discover-request";

const START = 1_700_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEARCH = { query: "night", page: 1, year: null, language: "en-US" };
const DISCOVER = parseDiscoverRequest("");
const DIRECTOR = personIdOf("Ann Example");
const LIST = { page: 1, language: "en-US", region: "US" };

const release = (release_date: string, certification: string) => ({ release_date, certification, type: 3 });
const parts = {
  release_dates: {
    results: [
      { iso_3166_1: "US", release_dates: [release("1999-05-01", "R")] },
      { iso_3166_1: "DE", release_dates: [release("1999-06-17", "16")] },
    ],
  },
};

let clock: number;
let fault: Fault | undefined;
let tmdb: TmdbStandIn;
let catalogue: Catalogue;

beforeEach(async () => {
  clock = START;
  fault = undefined;
  tmdb = await startTmdbStandIn({
    key: "a-key",
    films: [
      standInFilm({ id: 1, title: "Night", releaseDate: "1999-05-01", director: "Ann Example", parts }),
    ],
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
    ["what is to be discovered", () => catalogue.discoverMovies(DISCOVER), 2 * MINUTE],
    ["what is trending", () => catalogue.trendingMovies(LIST), HOUR],
    ["what plays", () => catalogue.nowPlayingMovies(LIST), HOUR],
    ["what is popular", () => catalogue.popularMovies(LIST), HOUR],
    ["what is upcoming", () => catalogue.upcomingMovies(LIST), HOUR],
    ["a film", () => catalogue.getMovie(1, LIST), DAY],
    ["a person", () => catalogue.getPerson(DIRECTOR, LIST), DAY],
    ["the genres", () => catalogue.genres(LIST), 7 * DAY],
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

  it("is another thing for another region where the region matters", async () => {
    const german = { ...LIST, region: "DE" };
    for (const list of [LIST, german]) {
      await catalogue.nowPlayingMovies(list);
      await catalogue.popularMovies(list);
      await catalogue.upcomingMovies(list);
    }
    expect(tmdb.requests).toHaveLength(6);
    await catalogue.trendingMovies(LIST);
    expect((await catalogue.trendingMovies(german)).cache).toMatchObject({ hits: 1 });
  });

  it("is one film in all regions: another region costs TMDB nothing", async () => {
    const us = await catalogue.getMovie(1, LIST);
    const de = await catalogue.getMovie(1, { ...LIST, region: "DE" });
    expect(us.value).toMatchObject({ certification: "R", region: { releaseDate: "1999-05-01" } });
    expect(de).toMatchObject({
      value: {
        certification: "16",
        region: { code: "DE", releaseDate: "1999-06-17" },
        regions: ["DE", "US"],
      },
      cache: { source: "cache", hits: 1 },
    });
    expect(tmdb.requests).toHaveLength(1);
  });

  it("is another discovery for every wish, and the same for the same wishes", async () => {
    const wishes = [
      "",
      "genre=28",
      "genre=12,28",
      "fromYear=1999",
      "toYear=1999",
      "originalLanguage=de",
      "minRating=7",
      "sort=title.asc",
      "page=2",
      "language=de",
    ];
    for (const wish of wishes) await catalogue.discoverMovies(parseDiscoverRequest(wish));
    expect(tmdb.requests).toHaveLength(wishes.length);
    for (const same of ["sort=popularity.desc&fromYear=&genre=", "genre=28&genre=12&language=en-us"]) {
      const { cache } = await catalogue.discoverMovies(parseDiscoverRequest(same));
      expect(cache).toMatchObject({ source: "cache", hits: 1 });
    }
  });

  it("is a person with their films, and none when TMDB has none", async () => {
    expect((await catalogue.getPerson(DIRECTOR, LIST)).value).toMatchObject({
      name: "Ann Example",
      credits: [{ id: 1, title: "Night", character: null, jobs: ["Director"] }],
    });
    const missing = () => catalogue.getPerson(999, LIST);
    await expect(missing()).rejects.toMatchObject({
      name: "PersonNotFoundError",
      id: 999,
      message: "There is no person 999",
    });
    await expect(missing()).rejects.toThrow("There is no person 999");
    expect(asked()).toEqual([`/3/person/${DIRECTOR}`, "/3/person/999"]);
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

  it.each([
    ["film", () => catalogue.getMovie(999, LIST)],
    ["person", () => catalogue.getPerson(999, LIST)],
  ])("is not said to be no %s when TMDB fails afterwards: there may be one by now", async (_kind, ask) => {
    await expect(ask()).rejects.toThrow("There is no");
    fault = { status: 500, body: "" };
    clock += 2 * MINUTE;
    await expect(ask()).rejects.toMatchObject({ name: "TmdbUnavailableError" });
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

describe("what another release has stored", () => {
  const asks: readonly [string, (catalogue: Catalogue) => Promise<unknown>][] = [
    ["search", (from) => from.searchMovies(SEARCH)],
    ["discover", (from) => from.discoverMovies(DISCOVER)],
    ["trending", (from) => from.trendingMovies(LIST)],
    ["now playing", (from) => from.nowPlayingMovies(LIST)],
    ["popular", (from) => from.popularMovies(LIST)],
    ["upcoming", (from) => from.upcomingMovies(LIST)],
    ["film", (from) => from.getMovie(1, LIST)],
    ["person", (from) => from.getPerson(DIRECTOR, LIST)],
    ["genres", (from) => from.genres(LIST)],
  ];

  /** What a catalogue stores for a question, and what it takes for its own. */
  async function storedBy(ask: (catalogue: Catalogue) => Promise<unknown>) {
    const queries: Query<unknown>[] = [];
    const cache: Pick<CountedCache, "get"> = {
      async get<T>(query: Query<T>) {
        queries.push(query as Query<unknown>);
        throw new Error("not answered");
      },
    };
    const client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key"), now: () => clock });
    await ask(createCatalogue(cache as CountedCache, client, 2 * MINUTE)).catch(() => undefined);
    const [query] = queries as [Query<unknown>];
    // As it comes out of the store.
    return { query, stored: JSON.parse(JSON.stringify(await query.fetch())) as Record<string, unknown> };
  }

  it.each(asks)("is known as its own by this one: %s", async (_kind, ask) => {
    const { query, stored } = await storedBy(ask);
    expect(query.accepts?.(stored)).toBe(true);
  });

  it.each(asks)(
    "is none of its own where a field is missing, or is of another kind: %s",
    async (_kind, ask) => {
      const { query, stored } = await storedBy(ask);
      // Of a list that is all there is, the first.
      const [owner, names] = Array.isArray(stored)
        ? [stored[0], Object.keys(stored[0])]
        : [stored, Object.keys(stored)];
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        const kept = owner[name];
        for (const other of [undefined, { odd: true }]) {
          owner[name] = other;
          expect([name, query.accepts?.(stored)]).toEqual([name, false]);
        }
        owner[name] = kept;
      }
      expect(query.accepts?.(stored)).toBe(true);
    },
  );

  it("is a film or a person that TMDB does not have, where it is none", async () => {
    for (const ask of [asks[6], asks[7]]) {
      const { query } = await storedBy(ask![1]);
      expect(query.accepts?.(null)).toBe(true);
    }
  });
});
