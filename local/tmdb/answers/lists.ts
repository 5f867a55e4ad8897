import type { StandInFilm } from "../catalogue/film";
import type { Films } from "../films";
import type { TmdbAnswer } from "./answer";
import { filmInList } from "./film-json";
import { pagedAnswer } from "./paging";

/**
 * The day on which these lists stand still. The sample catalogue ends soon after, so that some of its films are still
 * to come.
 */
const TODAY = "2010-06-15";
const IN_CINEMAS = 60;

type Dated = StandInFilm & { readonly releaseDate: string };

const oldestFirst = (one: Dated, other: Dated) => one.releaseDate.localeCompare(other.releaseDate);

function dated({ byPopularity }: Films): readonly Dated[] {
  return byPopularity.filter((film): film is Dated => Boolean(film.releaseDate));
}

/** Answers `/3/movie/now_playing`: the films that came out last, most popular first. */
export function nowPlayingAnswer(films: Films, query: URLSearchParams): TmdbAnswer {
  const newest = dated(films)
    .filter(({ releaseDate }) => releaseDate <= TODAY)
    .toSorted((one, other) => oldestFirst(other, one))
    .slice(0, IN_CINEMAS);
  return pagedAnswer(
    newest.toSorted((one, other) => other.popularity - one.popularity),
    query,
    filmInList,
  );
}

/** Answers `/3/movie/popular`. */
export function popularAnswer({ byPopularity }: Films, query: URLSearchParams): TmdbAnswer {
  return pagedAnswer(byPopularity, query, filmInList);
}

/** Answers `/3/movie/upcoming`: the films that are still to come, the next first. */
export function upcomingAnswer(films: Films, query: URLSearchParams): TmdbAnswer {
  const next = dated(films)
    .filter(({ releaseDate }) => releaseDate > TODAY)
    .toSorted(oldestFirst);
  return pagedAnswer(next, query, filmInList);
}
