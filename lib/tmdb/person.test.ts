import { fixedSecret } from "@/lib/aws/secret";
import { json, startServer, type TestServer } from "@/lib/testing/server";
import { THE_MATRIX, tmdbFilm, tmdbPerson } from "@/lib/testing/tmdb";

import { createTmdbClient } from "./client";

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(json(200, tmdbPerson()));
});
afterEach(() => tmdb.close());

function person(fields: Record<string, unknown> = {}) {
  tmdb.respond = json(200, tmdbPerson(fields));
  const client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key") });
  return client.person(6384, { language: "en-US" });
}
const withFilms = (cast: readonly unknown[], crew: readonly unknown[] = []) =>
  person({ movie_credits: { cast, crew } });

describe("a person", () => {
  it("is ours, with their films", async () => {
    const film: Partial<typeof THE_MATRIX> = { ...THE_MATRIX };
    delete film.overview;
    expect(await withFilms([tmdbFilm({ character: "Neo" })])).toEqual({
      id: 6384,
      name: "Keanu Reeves",
      biography: "An actor of many films.",
      birthday: "1964-09-02",
      deathday: null,
      placeOfBirth: "Beirut, Lebanon",
      profilePath: "/keanu.jpg",
      department: "Acting",
      homepage: null,
      imdbId: "nm0000206",
      credits: [{ ...film, character: "Neo", jobs: [] }],
    });
  });

  it("of whom TMDB knows only the name is a person all the same", async () => {
    tmdb.respond = json(200, { id: 9, name: "Somebody" });
    const client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key") });
    expect(await client.person(9, { language: "en-US" })).toEqual({
      id: 9,
      name: "Somebody",
      biography: "",
      birthday: null,
      deathday: null,
      placeOfBirth: null,
      profilePath: null,
      department: null,
      homepage: null,
      imdbId: null,
      credits: [],
    });
  });

  it.each([
    ["birthday", { birthday: "" }],
    ["birthday", { birthday: "1964" }],
    ["homepage", { homepage: "javascript:alert(1)" }],
    ["imdbId", { imdb_id: "tt0133093" }],
    ["placeOfBirth", { place_of_birth: "" }],
    ["profilePath", { profile_path: "https://evil.example/x.jpg" }],
  ])("has null for a %s that is none: %j", async (ours, fields) => {
    expect(await person(fields)).toMatchObject({ [ours]: null });
  });

  it("of adult films is not found, and one without a name is not readable", async () => {
    await expect(person({ adult: true })).rejects.toMatchObject({ name: "TmdbNotFoundError" });
    await expect(person({ name: null })).rejects.toMatchObject({
      name: "TmdbResponseError",
      message: "[GET] /3/person/6384: another shape than expected in name",
    });
  });
});

describe("the films of a person", () => {
  it("stand each once, with all that they did in it", async () => {
    const { credits } = await withFilms(
      [
        tmdbFilm({ id: 1, character: "Neo" }),
        tmdbFilm({ id: 1, character: "Mr Anderson" }),
        tmdbFilm({ id: 1, character: "Neo" }),
        tmdbFilm({ id: 2, character: "" }),
      ],
      [
        tmdbFilm({ id: 1, job: "Director" }),
        tmdbFilm({ id: 1, job: "Writer" }),
        tmdbFilm({ id: 1, job: "Director" }),
        tmdbFilm({ id: 3, job: "Producer" }),
      ],
    );
    expect(credits.map(({ id, character, jobs }) => [id, character, jobs])).toEqual([
      [1, "Neo / Mr Anderson", ["Director", "Writer"]],
      [2, null, []],
      [3, null, ["Producer"]],
    ]);
  });

  it("stand by date, announced ones without a date first, then the newest", async () => {
    const { credits } = await withFilms([
      tmdbFilm({ id: 1, release_date: "1999-03-31" }),
      tmdbFilm({ id: 2, release_date: "" }),
      tmdbFilm({ id: 3, release_date: "2021-12-22" }),
    ]);
    expect(credits.map(({ id }) => id)).toEqual([2, 3, 1]);
  });

  it("are the 200 best known", async () => {
    const films = Array.from({ length: 250 }, (_, index) =>
      tmdbFilm({ id: index + 1, popularity: index, release_date: `${1700 + index}-01-01` }),
    );
    const { credits } = await withFilms(films);
    expect(credits).toHaveLength(200);
    expect(credits.at(0)?.id).toBe(250);
    expect(credits.at(-1)?.id).toBe(51);
  });

  it("are none for adults and none that can't be shown", async () => {
    const { credits } = await withFilms(
      [tmdbFilm({ id: 1, adult: true, character: "X" }), { id: 2 }, tmdbFilm({ character: 7 })],
      [null, tmdbFilm({ id: 4, adult: true, job: "Director" })],
    );
    expect(credits.map(({ id, character }) => [id, character])).toEqual([[603, null]]);
  });

  it.each([null, "none", { cast: 7 }])("are none where TMDB sends %j", async (movie_credits) => {
    expect(await person({ movie_credits })).toMatchObject({ credits: [] });
  });
});
