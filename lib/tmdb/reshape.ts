import type { z } from "zod";

import { MAX_PAGE, type Movie, type MoviePage, type MovieSummary } from "./movie";
import { movieSchema, type pageSchema, type TmdbMovie } from "./schemas";

/** TMDB's film without its overview as ours. */
export function toMovieSummary(
  movie: Omit<TmdbMovie, "genre_ids" | "overview">,
  genreIds: readonly number[],
): MovieSummary {
  return {
    id: movie.id,
    title: movie.title,
    originalTitle: movie.original_title || movie.title,
    originalLanguage: movie.original_language,
    releaseDate: movie.release_date,
    year: movie.release_date === null ? null : Number(movie.release_date.slice(0, 4)),
    genreIds,
    posterPath: movie.poster_path,
    backdropPath: movie.backdrop_path,
    voteAverage: movie.vote_average,
    voteCount: movie.vote_count,
    popularity: movie.popularity,
  };
}

/** TMDB's films as ours, without those for adults. */
export function toMovies(films: readonly TmdbMovie[]): Movie[] {
  return films
    .filter(({ adult }) => !adult)
    .map((film) => ({ ...toMovieSummary(film, film.genre_ids), overview: film.overview }));
}

/**
 * TMDB's page as ours, without adult films and without the films that can't be read.
 *
 * @returns null when there were films and none could be read: that is no empty page
 */
export function toMoviePage(page: z.infer<typeof pageSchema>): MoviePage | null {
  const readable = page.results.flatMap((film) => {
    const parsed = movieSchema.safeParse(film);
    return parsed.success ? [parsed.data] : [];
  });
  if (page.results.length > 0 && readable.length === 0) return null;
  return {
    page: page.page,
    totalPages: Math.min(page.total_pages, MAX_PAGE),
    totalResults: page.total_results,
    results: toMovies(readable),
  };
}
