import { fixedSecret } from "@/lib/aws/secret";
import { json, startServer, type TestServer } from "@/lib/testing/server";
import { THE_MATRIX, tmdbFilm, tmdbMovie, tmdbPage } from "@/lib/testing/tmdb";

import { createTmdbClient } from "./client";

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(json(200, tmdbMovie()));
});
afterEach(() => tmdb.close());

const client = () => createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key") });
function movie(fields: Record<string, unknown> = {}) {
  tmdb.respond = json(200, tmdbMovie(fields));
  return client().movie(603, { language: "en-US" });
}

describe("a film of its own", () => {
  it("is ours, with its people", async () => {
    expect(await movie()).toEqual({
      ...THE_MATRIX,
      genres: [
        { id: 28, name: "Action" },
        { id: 878, name: "Science Fiction" },
      ],
      tagline: "Believe the unbelievable.",
      runtime: 136,
      status: "Released",
      budget: 63000000,
      revenue: 463517383,
      homepage: "http://www.example.com/matrix",
      imdbId: "tt0133093",
      collection: {
        id: 2344,
        name: "The Matrix Collection",
        posterPath: "/collection.jpg",
        backdropPath: null,
      },
      spokenLanguages: ["en"],
      productionCountries: ["US"],
      directors: [{ id: 9340, name: "Lana Wachowski", job: "Director" }],
      writers: [{ id: 9340, name: "Lana Wachowski", job: "Writer" }],
      crew: [{ id: 1091, name: "Joel Silver", job: "Producer" }],
      cast: [{ id: 6384, name: "Keanu Reeves", character: "Neo", profilePath: "/keanu.jpg" }],
      trailers: [],
      recommendations: [],
      allRegions: { providers: [], byCode: {} },
    });
  });

  it("of which TMDB knows next to nothing is a film all the same", async () => {
    tmdb.respond = json(200, { id: 9, title: "Thinker of Movement" });
    expect(await client().movie(9, { language: "en-US" })).toEqual({
      id: 9,
      title: "Thinker of Movement",
      originalTitle: "Thinker of Movement",
      originalLanguage: "",
      releaseDate: null,
      year: null,
      overview: "",
      genreIds: [],
      posterPath: null,
      backdropPath: null,
      voteAverage: 0,
      voteCount: 0,
      popularity: 0,
      genres: [],
      tagline: null,
      runtime: null,
      status: null,
      budget: null,
      revenue: null,
      homepage: null,
      imdbId: null,
      collection: null,
      spokenLanguages: [],
      productionCountries: [],
      directors: [],
      writers: [],
      crew: [],
      cast: [],
      trailers: [],
      recommendations: [],
      allRegions: { providers: [], byCode: {} },
    });
  });

  it.each([
    ["tagline", { tagline: "" }],
    ["runtime", { runtime: 0 }],
    ["budget", { budget: 0 }],
    ["revenue", { revenue: null }],
    ["homepage", { homepage: "" }],
    ["homepage", { homepage: "javascript:alert(1)" }],
    ["imdbId", { imdb_id: "603" }],
    ["status", { status: 7 }],
    ["collection", { belongs_to_collection: { id: 0, name: "Odd" } }],
    ["collection", { belongs_to_collection: "Odd" }],
  ])("has null for a %s that is none: %j", async (ours, fields) => {
    expect(await movie(fields)).toMatchObject({ [ours]: null });
  });

  it.each([null, "none", [], { results: "none", cast: null, crew: 7 }])(
    "has empty lists for appended parts that are %j",
    async (part) => {
      const parts = {
        credits: part,
        videos: part,
        recommendations: part,
        release_dates: part,
        "watch/providers": part,
      };
      expect(await movie(parts)).toMatchObject({
        cast: [],
        directors: [],
        crew: [],
        trailers: [],
        recommendations: [],
        allRegions: { providers: [], byCode: {} },
      });
    },
  );

  it("has the codes of its languages and countries that are codes", async () => {
    const film = await movie({
      spoken_languages: [{ iso_639_1: "en" }, { iso_639_1: "English" }, { iso_639_1: "xx" }],
      production_countries: [{ iso_3166_1: "GB" }, { name: "Atlantis" }, { iso_3166_1: "us" }],
    });
    expect(film).toMatchObject({ spokenLanguages: ["en", "xx"], productionCountries: ["GB"] });
  });

  it("names each writer once, and 20 of the cast", async () => {
    const crew = ["Screenplay", "Story", "Editor"].map((job) => ({ id: 1, name: "A. Writer", job }));
    const cast = Array.from({ length: 30 }, (_, index) => ({ id: index + 1, name: `No. ${index + 1}` }));
    const film = await movie({ credits: { cast: [{ id: 0, name: "?" }, ...cast], crew } });
    expect(film.writers).toEqual([{ id: 1, name: "A. Writer", job: "Story" }]);
    expect(film.cast).toHaveLength(20);
    expect(film.cast[0]).toEqual({ id: 1, name: "No. 1", character: null, profilePath: null });
  });

  it("names those with notable jobs by job, five of each, and one person with two jobs twice", async () => {
    const producers = Array.from({ length: 9 }, (_, index) => ({
      id: index + 1,
      name: `No. ${index + 1}`,
      job: "Producer",
    }));
    const others = ["Editor", "Director of Photography", "Original Music Composer", "Stunts"].map((job) => ({
      id: 7,
      name: "No. 7",
      job,
    }));
    const { crew } = await movie({ credits: { cast: [], crew: [...others, ...producers] } });
    expect(crew.map(({ id, job }) => `${job} ${id}`)).toEqual([
      "Producer 1",
      "Producer 2",
      "Producer 3",
      "Producer 4",
      "Producer 5",
      "Director of Photography 7",
      "Original Music Composer 7",
      "Editor 7",
    ]);
  });

  it("has the trailers that can be played, official ones first", async () => {
    const video = (name: string, fields: object = {}) => ({
      name,
      site: "YouTube",
      key: `key-${name}`,
      type: "Trailer",
      official: false,
      iso_639_1: "en",
      ...fields,
    });
    const results = [
      video("fan"),
      video("teaser", { type: "Teaser" }),
      video("elsewhere", { site: "Dailymotion" }),
      video("odd", { key: "a b?c" }),
      video("official", { official: true, site: "Vimeo", iso_639_1: null }),
    ];
    expect((await movie({ videos: { results } })).trailers).toEqual([
      { name: "official", site: "Vimeo", key: "key-official", official: true, language: null },
      { name: "fan", site: "YouTube", key: "key-fan", official: false, language: "en" },
    ]);
  });

  it("recommends no film for adults and none that can't be shown", async () => {
    const films = [tmdbFilm({ adult: true }), { id: 1 }, tmdbFilm({ media_type: "movie" })];
    expect((await movie({ recommendations: tmdbPage(films) })).recommendations).toEqual([THE_MATRIX]);
  });

  it("for adults is not found", async () => {
    await expect(movie({ adult: true })).rejects.toMatchObject({
      name: "TmdbNotFoundError",
      message: "[GET] /3/movie/603: an adult film, which is not shown",
    });
  });

  it.each([
    ["without a title", { title: "" }, "title"],
    ["without an id", { id: null }, "id"],
  ])("%s is not readable", async (_name, fields, field) => {
    await expect(movie(fields)).rejects.toMatchObject({
      name: "TmdbResponseError",
      message: `[GET] /3/movie/603: another shape than expected in ${field}`,
    });
  });
});

describe("TMDB's genres", () => {
  it("are as they are", async () => {
    tmdb.respond = json(200, { genres: [{ id: 28, name: "Action", odd: 1 }] });
    expect(await client().genres({ language: "de-DE" })).toEqual([{ id: 28, name: "Action" }]);
  });

  it("of another shape are errors", async () => {
    tmdb.respond = json(200, { genres: {} });
    await expect(client().genres({ language: "en-US" })).rejects.toThrow(
      "another shape than expected in genres",
    );
  });
});
