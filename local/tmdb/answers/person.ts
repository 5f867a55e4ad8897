import type { StandInPerson } from "../catalogue/people";
import type { Films } from "../films";
import { ERRORS, ok, type TmdbAnswer } from "./answer";
import { filmInList } from "./film-json";
import { NO_EXTERNAL_IDS } from "./movie-parts";

function personAlone({ id, name, profilePath, cast, crew, facts }: StandInPerson) {
  return {
    adult: false,
    also_known_as: [],
    biography: "",
    birthday: null,
    deathday: null,
    gender: 0,
    homepage: null,
    id,
    imdb_id: null,
    known_for_department: cast.length > 0 ? "Acting" : crew[0]?.[1].department,
    name,
    place_of_birth: null,
    popularity: 0,
    profile_path: profilePath,
    ...facts,
  };
}

function movieCredits({ cast, crew }: StandInPerson) {
  return {
    cast: cast.map(([film, { character }], order) => ({
      ...filmInList(film),
      character,
      credit_id: `cast-${film.id}-${order}`,
      order,
    })),
    crew: crew.map(([film, { department, job }], order) => ({
      ...filmInList(film),
      credit_id: `crew-${film.id}-${order}`,
      department,
      job,
    })),
  };
}

/** Answers `/3/person/{id}`: with `movie_credits` and `external_ids` where `append_to_response` asks for them. */
export function personAnswer({ findPerson }: Films, id: number, query: URLSearchParams): TmdbAnswer {
  const person = findPerson(id);
  if (!person) return ERRORS.notFound;
  const parts = (query.get("append_to_response") ?? "").split(",");
  return ok({
    ...personAlone(person),
    ...(parts.includes("movie_credits") ? { movie_credits: movieCredits(person) } : {}),
    ...(parts.includes("external_ids") ? { external_ids: NO_EXTERNAL_IDS } : {}),
  });
}
