import type { StandInFilm } from "./catalogue/film";
import { peopleOf, type StandInPerson } from "./catalogue/people";

/** The films of a stand-in, most popular first, as its answers need them. */
export interface Films {
  readonly byPopularity: readonly StandInFilm[];
  find(id: number): StandInFilm | undefined;
  findPerson(id: number): StandInPerson | undefined;
}

/** Returns the films in the order in which TMDB shows them where nothing else decides. */
export function filmsOf(list: readonly StandInFilm[]): Films {
  const byId = new Map(list.map((film) => [film.id, film]));
  const people = peopleOf(list);
  return {
    byPopularity: list.toSorted((one, other) => other.popularity - one.popularity || one.id - other.id),
    find: (id) => byId.get(id),
    findPerson: (id) => people.get(id),
  };
}
