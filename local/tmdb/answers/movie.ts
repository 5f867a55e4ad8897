import { genresIn } from "../genres";
import type { StandInFilm } from "../catalogue/film";
import type { Films } from "../films";
import { ERRORS, ok, type TmdbAnswer } from "./answer";
import { filmInList } from "./film-json";
import { moviePart } from "./movie-parts";

/** Returns a film as TMDB writes it on its own, without appended parts. */
function filmAlone(film: StandInFilm, language: string | null) {
  const { genre_ids, ...common } = filmInList(film);
  return {
    ...common,
    belongs_to_collection: null,
    budget: film.budget,
    genres: genresIn(language).filter(({ id }) => genre_ids.includes(id)),
    homepage: "",
    imdb_id: null,
    origin_country: [],
    production_companies: film.company
      ? [{ id: film.id, logo_path: null, name: film.company, origin_country: "" }]
      : [],
    production_countries: [],
    revenue: film.revenue,
    runtime: film.runtime,
    spoken_languages: [],
    status: "Released",
    tagline: "",
    ...film.facts,
  };
}

/** Answers `/3/movie/{id}`: the film with the parts that `append_to_response` asks for. A part unknown to TMDB is ignored. */
export function movieAnswer(films: Films, id: number, query: URLSearchParams): TmdbAnswer {
  const film = films.find(id);
  if (!film) return ERRORS.notFound;
  const parts = (query.get("append_to_response") ?? "")
    .split(",")
    .map((name) => [name, moviePart(films, film, name)] as const)
    .filter(([, part]) => part !== undefined);
  return ok({ ...filmAlone(film, query.get("language")), ...Object.fromEntries(parts) });
}
