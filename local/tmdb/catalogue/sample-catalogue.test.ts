import { composeOverview } from "./overview";
import { parseReleaseDate } from "./release-date";
import { filmOfRow, filmsOfRows, sampleCatalogue } from "./sample-catalogue";
import type { SampleRow } from "./sample-rows";
import { cleanTitle } from "./title";

const bareRow: SampleRow = {
  Title: "The Example",
  "US Gross": null,
  "Worldwide Gross": null,
  "Production Budget": null,
  "Release Date": "Jun 12 1998",
  "MPAA Rating": null,
  "Running Time min": null,
  Distributor: null,
  Source: null,
  "Major Genre": null,
  "Creative Type": null,
  Director: null,
  "IMDB Rating": null,
  "IMDB Votes": null,
};

describe("a title", () => {
  test.each([
    [1776, "1776"],
    ["AimÈe & Jaguar", "Aimée & Jaguar"],
    ["Secret, The", "The Secret"],
    ["King Kong (1933)", "King Kong"],
    ["Steal (Canadian Release)", "Steal"],
    ["The Helix...  Loaded", "The Helix... Loaded"],
    ["Precious (Based on a Novel)", "Precious (Based on a Novel)"],
    [null, null],
    ["  ", null],
  ])("%j becomes %j", (raw, clean) => {
    expect(cleanTitle(raw)).toBe(clean);
  });
});

describe("a release date", () => {
  test.each([
    ["Jun 12 1998", "1998-06-12"],
    ["Dec 23 2011", "2011-12-23"],
    ["Aug 01 2044", "1944-08-01"],
    ["Feb 08 2015", "1915-02-08"],
    ["Jun 31 1998", null],
    ["Jun 12 1850", null],
    ["sometime", null],
    [null, null],
  ])("%j becomes %j", (raw, clean) => {
    expect(parseReleaseDate(raw)).toBe(clean);
  });
});

describe("a row", () => {
  test("without a title is no film, and moves no other film's id", () => {
    const films = filmsOfRows([bareRow, { ...bareRow, Title: null }, { ...bareRow, Title: "Next" }]);
    expect(films.map(({ id, title }) => [id, title])).toEqual([
      [1, "The Example"],
      [3, "Next"],
    ]);
  });

  test("that repeats a film of its year is left out, a remake is kept", () => {
    const rows = [
      bareRow,
      { ...bareRow, Title: "The Example (IMAX)" },
      { ...bareRow, "Release Date": "Jun 12 2008" },
    ];
    expect(filmsOfRows(rows).map(({ id }) => id)).toEqual([1, 3]);
  });

  test("has 0 or null for what is unknown or absurd", () => {
    expect(
      filmOfRow({ ...bareRow, "Running Time min": 3, "IMDB Rating": 11, "Production Budget": 218 }, 1),
    ).toMatchObject({
      runtime: 0,
      voteAverage: 0,
      budget: 0,
      director: null,
      certification: null,
      genreIds: [],
    });
  });

  test("gets TMDB's genre ids from its genre and its kind of story", () => {
    const row = { ...bareRow, "Major Genre": "Romantic Comedy", "Creative Type": "Science Fiction" };
    expect(filmOfRow(row, 1)?.genreIds).toEqual([35, 10749, 878]);
  });

  test("gets an overview made from its facts alone", () => {
    const row = {
      ...bareRow,
      "Major Genre": "Drama",
      Director: "Ann Example",
      "Running Time min": 101,
      Distributor: "Example Pictures",
      "MPAA Rating": "PG",
      "US Gross": 2_000_000,
      "Worldwide Gross": 5_500_000,
    };
    const overview = filmOfRow(row, 1)?.overview;
    for (const fact of [
      "drama",
      "1998",
      "Ann Example",
      "101 minutes",
      "Example Pictures",
      "PG",
      "$5.5 million",
      "$2 million",
    ]) {
      expect(overview).toContain(fact);
    }
  });
});

describe("the sample catalogue", () => {
  const films = sampleCatalogue();

  test("holds the real films, each with its row's number as id", () => {
    expect(films.length).toBeGreaterThan(3150);
    expect(new Set(films.map(({ id }) => id)).size).toBe(films.length);
    expect(films.find(({ title }) => title === "The Matrix")).toMatchObject({
      releaseDate: "1999-03-31",
      certification: "R",
      genreIds: [28, 878],
    });
  });

  test("has nothing absurd left", () => {
    for (const film of films) {
      expect(film.title).not.toMatch(/[ÈÍ˘ÖΩÛ‰‡·]|, The$|^\s|\s$/);
      expect(film.overview).toMatch(/^[A-Z].*[.]$/);
      expect(film.overview).not.toMatch(/null|undefined|NaN|\s\s|[,.;] ?[,.;]$/);
      expect(film.releaseDate ?? "2000-01-01").toMatch(/^(19[1-9]\d|20[01]\d)-\d\d-\d\d$/);
    }
  });

  test("puts the films that everybody knows first", () => {
    const first = [...films].sort((one, other) => other.popularity - one.popularity).slice(0, 30);
    const titles = first.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["The Dark Knight", "The Matrix", "The Godfather"]));
  });
});

test("an overview repeats itself for the same film", () => {
  const film = filmOfRow(bareRow, 7);
  expect(film && composeOverview(bareRow, film)).toBe(film?.overview);
});
