import type { KeptFilm } from "@/app/ui/watchlist/film";

/** Names the kind of file, so that no other JSON is taken for one. */
const FORMAT = "movies-viewer-watchlist";
const VERSION = 1;

const MAX_ID = 2_147_483_647;
// TMDB's titles are far shorter.
const MAX_TITLE = 1000;

/** A watchlist as the text of a file. */
export function toFile(films: readonly KeptFilm[]): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, films }, null, 2);
}

const isIn = (value: unknown, from: number, to: number): value is number =>
  typeof value === "number" && value >= from && value <= to;

const isTime = (value: unknown): value is string =>
  typeof value === "string" && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;

/** The film that a part of a file is, without anything that is none of it; null where it is no film. */
function toFilm(value: unknown): KeptFilm | null {
  const { id, title, year, posterPath, voteAverage, addedAt } = (value ?? {}) as Record<string, unknown>;
  const isFilm =
    isIn(id, 1, MAX_ID) &&
    Number.isInteger(id) &&
    typeof title === "string" &&
    title !== "" &&
    title.length <= MAX_TITLE &&
    (year === null || (isIn(year, 0, 9999) && Number.isInteger(year))) &&
    // As lib/tmdb has it: nothing that leads elsewhere than to an image of TMDB.
    (posterPath === null || (typeof posterPath === "string" && /^\/[\w-]+\.\w+$/.test(posterPath))) &&
    isIn(voteAverage, 0, 10) &&
    isTime(addedAt);
  return isFilm ? { id, title, year, posterPath, voteAverage, addedAt } : null;
}

/** The films of a file that {@link toFile} has made, of this version; null for every other file. */
export function fromFile(text: string): readonly KeptFilm[] | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  const { format, version, films } = (file ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || version !== VERSION || !Array.isArray(films)) return null;
  const read = films.map(toFilm);
  return read.every((film) => film !== null) ? read : null;
}
