import { yearOf, type StandInFilm } from "../catalogue/film";
import type { Films } from "../films";
import { PAGE_SIZE } from "./paging";

/**
 * How near another film is: its director counts most, then the genres both have, then the years between them and how
 * well it is known. 0 for a film that has neither director nor genre in common.
 */
function nearness(film: StandInFilm, other: StandInFilm): number {
  const sameDirector = film.director !== null && film.director === other.director;
  const shared = film.genreIds.filter((id) => other.genreIds.includes(id)).length;
  if (!sameDirector && shared === 0) return 0;
  const sameMainGenre = shared > 0 && film.genreIds[0] === other.genreIds[0];
  const apart = Math.abs((yearOf(film) ?? 0) - (yearOf(other) ?? 0));
  const known = Math.log10(1 + other.popularity);
  return (
    (sameDirector ? 200 : 100) + (sameMainGenre ? 10 : 0) + shared * 6 + known * 5 - Math.min(apart, 50) * 0.5
  );
}

/** Returns up to 20 other films, nearest first. */
export function recommendedTo(film: StandInFilm, { byPopularity }: Films): readonly StandInFilm[] {
  return byPopularity
    .filter(({ id }) => id !== film.id)
    .map((other) => ({ other, near: nearness(film, other) }))
    .filter(({ near }) => near > 0)
    .toSorted((one, two) => two.near - one.near)
    .slice(0, PAGE_SIZE)
    .map(({ other }) => other);
}
