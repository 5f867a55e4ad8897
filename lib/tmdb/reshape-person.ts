import { MOST_CREDITS, type Person, type PersonCredit } from "./person";
import type { TmdbPerson } from "./person-schemas";
import { toMovieSummary } from "./reshape";

/** Later than any date, so that an announced film stands before the newest. */
const ANNOUNCED = "9999";

const newestFirst = (one: PersonCredit, other: PersonCredit) =>
  (other.releaseDate ?? ANNOUNCED).localeCompare(one.releaseDate ?? ANNOUNCED);

/** Every film of a person once, with all that they did in it. */
function toCredits({ cast, crew }: TmdbPerson["movie_credits"]): PersonCredit[] {
  const films = new Map([...cast, ...crew].map((film) => [film.id, film]));
  const characters = textsByFilm(cast.map(({ id, character }) => [id, character]));
  const jobs = textsByFilm(crew.map(({ id, job }) => [id, job]));
  return [...films.values()]
    .filter(({ adult }) => !adult)
    .map((film) => ({
      ...toMovieSummary(film, film.genre_ids),
      character: [...(characters.get(film.id) ?? [])].join(" / ") || null,
      jobs: [...(jobs.get(film.id) ?? [])],
    }));
}

/** The texts of each film, each once and none empty. */
function textsByFilm(credits: readonly [id: number, text: string][]): Map<number, Set<string>> {
  const byFilm = new Map<number, Set<string>>();
  for (const [id, text] of credits) {
    if (text) byFilm.set(id, (byFilm.get(id) ?? new Set()).add(text));
  }
  return byFilm;
}

/** TMDB's person with their films as ours. */
export function toPerson(person: TmdbPerson): Person {
  const bestKnown = toCredits(person.movie_credits)
    .sort((one, other) => other.popularity - one.popularity)
    .slice(0, MOST_CREDITS);
  return {
    id: person.id,
    name: person.name,
    biography: person.biography,
    birthday: person.birthday,
    deathday: person.deathday,
    placeOfBirth: person.place_of_birth || null,
    profilePath: person.profile_path,
    department: person.known_for_department || null,
    homepage: person.homepage,
    imdbId: person.imdb_id,
    credits: bestKnown.sort(newestFirst),
  };
}
