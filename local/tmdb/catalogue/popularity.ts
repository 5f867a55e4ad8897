import type { StandInFilm } from "./film";
import { yearOf } from "./film";

// The data ends here; a film's age counts from then, not from today, so that the order never changes.
const DATA_YEAR = 2010;

/** Returns a number like TMDB's: 0 for the unknown, some hundreds for films that everybody has seen and liked. */
export function popularityOf(film: Pick<StandInFilm, "voteAverage" | "voteCount" | "releaseDate">): number {
  const age = Math.max(0, DATA_YEAR - (yearOf(film) ?? 1960));
  const liked = (film.voteAverage / 10) ** 2;
  const recent = 0.6 + 0.4 * Math.exp(-age / 15);
  return Number(((film.voteCount / 1000) * liked * recent).toFixed(4));
}
