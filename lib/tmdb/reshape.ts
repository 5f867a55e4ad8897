import type { ImageConfiguration, Movie, MovieDetails, MoviePage } from "./movie";
import {
  movieSchema,
  type pageSchema,
  type TmdbConfiguration,
  type TmdbMovie,
  type TmdbMovieDetails,
} from "./schemas";
import type { z } from "zod";

/** TMDB answers no page beyond this (its status code 22 says so). */
const MAX_PAGE = 500;

const CAST_SHOWN = 20;

function toListedMovie(movie: Omit<TmdbMovie, "genre_ids">, genreIds: readonly number[]): Movie {
  return {
    id: movie.id,
    title: movie.title,
    originalTitle: movie.original_title || movie.title,
    originalLanguage: movie.original_language,
    releaseDate: movie.release_date,
    year: movie.release_date === null ? null : Number(movie.release_date.slice(0, 4)),
    overview: movie.overview,
    genreIds,
    posterPath: movie.poster_path,
    backdropPath: movie.backdrop_path,
    voteAverage: movie.vote_average,
    voteCount: movie.vote_count,
    popularity: movie.popularity,
  };
}

/** TMDB's film as ours. */
function toMovie(movie: TmdbMovie): Movie {
  return toListedMovie(movie, movie.genre_ids);
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
    results: readable.filter(({ adult }) => !adult).map(toMovie),
  };
}

/** TMDB's film with everything appended as ours; TMDB's 0 for an unknown sum or length becomes null. */
export function toMovieDetails(film: TmdbMovieDetails): MovieDetails {
  const crew = (jobs: readonly string[]) => {
    const people = film.credits.crew.filter(({ job }) => jobs.includes(job));
    return [...new Map(people.map(({ id, name, job }) => [id, { id, name, job }])).values()];
  };
  const american = film.release_dates.results.find(({ iso_3166_1 }) => iso_3166_1 === "US");
  return {
    ...toListedMovie(
      film,
      film.genres.map(({ id }) => id),
    ),
    genres: film.genres,
    tagline: film.tagline || null,
    runtime: film.runtime || null,
    status: film.status || null,
    budget: film.budget || null,
    revenue: film.revenue || null,
    homepage: film.homepage,
    imdbId: film.imdb_id,
    spokenLanguages: film.spoken_languages.map(({ english_name }) => english_name),
    productionCountries: film.production_countries.map(({ name }) => name),
    certification: american?.release_dates.find(({ certification }) => certification)?.certification ?? null,
    directors: crew(["Director"]),
    writers: crew(["Screenplay", "Writer", "Story"]),
    cast: film.credits.cast.slice(0, CAST_SHOWN).map(({ id, name, character, profile_path }) => ({
      id,
      name,
      character: character || null,
      profilePath: profile_path,
    })),
    trailers: film.videos.results
      .map(({ name, site, key, official, iso_639_1 }) => ({
        name,
        site,
        key,
        official,
        language: iso_639_1 || null,
      }))
      .sort((a, b) => Number(b.official) - Number(a.official)),
    recommendations: film.recommendations.results.filter(({ adult }) => !adult).map(toMovie),
  };
}

/** TMDB's image configuration as ours. */
export function toImageConfiguration({ images }: TmdbConfiguration): ImageConfiguration {
  return {
    baseUrl: images.secure_base_url.replace(/\/$/, ""),
    posterSizes: images.poster_sizes,
    backdropSizes: images.backdrop_sizes,
    profileSizes: images.profile_sizes,
  };
}
