import type { StandInFilm } from "../catalogue/film";

/** Returns a film as TMDB writes it in a list. */
export function filmInList(film: StandInFilm) {
  return {
    adult: film.adult,
    backdrop_path: film.backdropPath,
    genre_ids: film.genreIds,
    id: film.id,
    original_language: film.originalLanguage,
    original_title: film.originalTitle,
    overview: film.overview,
    popularity: film.popularity,
    poster_path: film.posterPath,
    release_date: film.releaseDate,
    softcore: false,
    title: film.title,
    video: false,
    vote_average: film.voteAverage,
    vote_count: film.voteCount,
  };
}

/** Returns a film as TMDB writes it in lists that may hold more than films. */
export function filmAmongMedia(film: StandInFilm) {
  return { ...filmInList(film), media_type: "movie" };
}
