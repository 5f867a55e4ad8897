import { hash } from "../random";
import type { StandInFilm } from "./film";

/** Who took part in a film, in TMDB's words. */
interface Credit {
  readonly id: number;
  readonly name: string;
  readonly profile_path: string | null;
}

export interface CastCredit extends Credit {
  readonly character: string;
}

export interface CrewCredit extends Credit {
  readonly department: string;
  readonly job: string;
}

export interface Credits {
  readonly cast: readonly CastCredit[];
  readonly crew: readonly CrewCredit[];
}

/** Returns an id for a person of whom only the name is known: always the same, of 31 bits as TMDB's ids are. */
export function personIdOf(name: string): number {
  return (hash(name) >>> 1) + 1;
}

function directedBy({ id: filmId, director }: StandInFilm): Credits {
  if (director === null) return { cast: [], crew: [] };
  const credit = {
    adult: false,
    credit_id: `director-${filmId}`,
    department: "Directing",
    gender: 0,
    id: personIdOf(director),
    job: "Director",
    known_for_department: "Directing",
    name: director,
    original_name: director,
    popularity: 0,
    profile_path: null,
  };
  return { cast: [], crew: [credit] };
}

/** Returns the people of a film: those it brings itself, else its director. */
export function creditsOf(film: StandInFilm): Credits {
  return (film.parts["credits"] as Credits | undefined) ?? directedBy(film);
}
