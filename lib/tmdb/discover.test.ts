import { fixedSecret } from "@/lib/aws/secret";
import { json, startServer, type TestServer } from "@/lib/testing/server";
import { THE_MATRIX, tmdbFilm, tmdbPage } from "@/lib/testing/tmdb";

import { createTmdbClient } from "./client";
import { ratingsDecide, type Discovery } from "./discover";

const ANYTHING: Discovery = {
  genres: [],
  fromYear: null,
  toYear: null,
  originalLanguage: null,
  minRating: null,
  sort: "popularity.desc",
  page: 1,
  language: "en-US",
};

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(json(200, tmdbPage([tmdbFilm()])));
});
afterEach(() => tmdb.close());

async function discover(wish: Partial<Discovery>) {
  const client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key") });
  const page = await client.discoverMovies({ ...ANYTHING, ...wish });
  return { page, request: tmdb.requests.at(-1) };
}

describe("films to be discovered", () => {
  it("are asked for as TMDB has it, and come as a page", async () => {
    const { page, request } = await discover({
      genres: [12, 28],
      fromYear: 1990,
      toYear: 1999,
      originalLanguage: "de",
      minRating: 7,
      sort: "primary_release_date.asc",
      page: 2,
      language: "fr",
    });
    expect(request).toMatchObject({
      path: "/3/discover/movie",
      query: {
        page: "2",
        language: "fr",
        include_adult: "false",
        sort_by: "primary_release_date.asc",
        with_genres: "12,28",
        "primary_release_date.gte": "1990-01-01",
        "primary_release_date.lte": "1999-12-31",
        with_original_language: "de",
        "vote_average.gte": "7",
        "vote_count.gte": "200",
      },
    });
    expect(page.results).toEqual([THE_MATRIX]);
  });

  it("are not limited by what is not wished for", async () => {
    expect((await discover({})).request?.query).toEqual({
      page: "1",
      language: "en-US",
      include_adult: "false",
      sort_by: "popularity.desc",
    });
  });

  it.each([
    [{ sort: "vote_average.desc" }, "200"],
    [{ minRating: 1 }, "200"],
    [{ sort: "vote_count.desc" }, undefined],
  ] as const)("need many votes where ratings decide: %j", async (wish, votes) => {
    expect((await discover(wish)).request?.query["vote_count.gte"]).toBe(votes);
    // By which the page says so.
    expect(ratingsDecide({ ...ANYTHING, ...wish })).toBe(votes !== undefined);
  });
});
