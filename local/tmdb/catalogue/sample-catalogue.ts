import { standInFilm, yearOf, type StandInFilm } from "./film";
import { composeOverview } from "./overview";
import { popularityOf } from "./popularity";
import { parseReleaseDate } from "./release-date";
import { genreIdsOf } from "./row-genres";
import { readSampleRows, type SampleRow } from "./sample-rows";
import { cleanTitle } from "./title";

const CERTIFICATION: Readonly<Record<string, string>> = {
  G: "G",
  PG: "PG",
  "PG-13": "PG-13",
  R: "R",
  "NC-17": "NC-17",
  "Not Rated": "NR",
};

/** Returns the number when it is one that a film can have, else 0, which is TMDB's "unknown". */
function within(value: number | null, low: number, high: number): number {
  return value !== null && value >= low && value <= high ? value : 0;
}

/** Returns the film of a row, or null when the row has no title. */
export function filmOfRow(row: SampleRow, id: number): StandInFilm | null {
  const title = cleanTitle(row.Title);
  if (title === null) return null;
  const known = standInFilm({
    id,
    title,
    releaseDate: parseReleaseDate(row["Release Date"]),
    genreIds: genreIdsOf(row),
    director: row.Director || null,
    runtime: within(row["Running Time min"], 30, 600),
    voteAverage: within(row["IMDB Rating"], 1, 10),
    voteCount: within(row["IMDB Votes"], 1, 1e9),
    certification: CERTIFICATION[row["MPAA Rating"] ?? ""] ?? null,
    company: /unknown/i.test(row.Distributor ?? "") ? null : row.Distributor || null,
    budget: within(row["Production Budget"], 1000, 1e9),
    revenue: within(row["Worldwide Gross"], 1, 1e11),
  });
  return { ...known, overview: composeOverview(row, known), popularity: popularityOf(known) };
}

/**
 * Returns the films of these rows. A film's id is its row's number from 1, so leaving one out moves no other. A title
 * that comes back within its year is the same film in another release, and left out.
 */
export function filmsOfRows(rows: readonly SampleRow[]): readonly StandInFilm[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const film = filmOfRow(row, index + 1);
    if (film === null) return [];
    const name = `${film.title.toLowerCase()} ${yearOf(film)}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [film];
  });
}

let sample: readonly StandInFilm[] | undefined;

/** Returns the sample catalogue: some 3 200 real films, read once per process. */
export function sampleCatalogue(): readonly StandInFilm[] {
  sample ??= filmsOfRows(readSampleRows());
  return sample;
}
