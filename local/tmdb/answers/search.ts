import { yearOf, type StandInFilm } from "../catalogue/film";
import type { Films } from "../films";
import { ERRORS, type TmdbAnswer } from "./answer";
import { filmInList } from "./film-json";
import { pagedAnswer } from "./paging";

interface Folded {
  readonly words: readonly string[];
  /** The words without what is between them, so that "spiderman" finds Spider-Man. */
  readonly whole: string;
}

/** Returns text as it is compared: lower case, without accents, apostrophes and marks. */
function fold(text: string): Folded {
  const words =
    text
      .normalize("NFKD")
      .replace(/\p{M}|['’]/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return { words, whole: words.join("") };
}

/** 0 for the very title, 1 for a title that begins so, 2 for one that has every word or its beginning, else no match. */
function rank(title: Folded, query: Folded): number {
  if (query.whole === "") return Infinity;
  if (title.whole === query.whole) return 0;
  if (title.whole.startsWith(query.whole)) return 1;
  return query.words.every((asked) => title.words.some((word) => word.startsWith(asked))) ? 2 : Infinity;
}

/** Titles are folded once, not once per search. */
const foldedTitles = new WeakMap<StandInFilm, readonly Folded[]>();

function titlesOf(film: StandInFilm): readonly Folded[] {
  const known = foldedTitles.get(film) ?? [...new Set([film.title, film.originalTitle])].map(fold);
  foldedTitles.set(film, known);
  return known;
}

function isOfYear(film: StandInFilm, query: URLSearchParams): boolean {
  const year = query.get("primary_release_year") || query.get("year");
  return !year || yearOf(film) === Number(year);
}

/** Answers `/3/search/movie`: by title, the best match first and the better known before the lesser. */
export function searchAnswer({ byPopularity }: Films, query: URLSearchParams): TmdbAnswer {
  const asked = query.get("query")?.trim();
  if (!asked) return ERRORS.noQuery;
  const folded = fold(asked);
  const matches = byPopularity
    .filter((film) => isOfYear(film, query))
    .map((film) => ({ film, rank: Math.min(...titlesOf(film).map((title) => rank(title, folded))) }))
    .filter((match) => match.rank < Infinity)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ film }) => film);
  return pagedAnswer(matches, query, filmInList);
}
