import { creditsOf, type CastCredit, type CrewCredit } from "./credits";
import type { StandInFilm } from "./film";

/** A person as the stand-in knows them: by the films they took part in. */
export interface StandInPerson {
  readonly id: number;
  readonly name: string;
  readonly profilePath: string | null;
  readonly cast: readonly (readonly [StandInFilm, CastCredit])[];
  readonly crew: readonly (readonly [StandInFilm, CrewCredit])[];
  /** What is known beyond that, by TMDB's names. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Returns everybody who took part in one of the films, by id. */
export function peopleOf(films: readonly StandInFilm[]): ReadonlyMap<number, StandInPerson> {
  const people = new Map<number, StandInPerson>();
  const known = ({ id, name, profile_path: profilePath }: CastCredit | CrewCredit): StandInPerson =>
    people.get(id) ?? { id, name, profilePath, cast: [], crew: [], facts: {} };

  for (const film of films) {
    const { cast, crew } = creditsOf(film);
    for (const credit of cast) {
      const person = known(credit);
      people.set(person.id, { ...person, cast: [...person.cast, [film, credit]] });
    }
    for (const credit of crew) {
      const person = known(credit);
      people.set(person.id, { ...person, crew: [...person.crew, [film, credit]] });
    }
    for (const { id, ...facts } of film.people) {
      const person = people.get(id);
      if (person) people.set(id, { ...person, facts: { ...person.facts, ...facts } });
    }
  }
  return people;
}
