import type { Genre, MoviePage } from "@/lib/tmdb/movie";
import type { MovieDetails } from "@/lib/tmdb/movie-details";
import type { Person } from "@/lib/tmdb/person";

import type { DiscoverRequest } from "./discover-request";
import type { FilmRequest, LanguageRequest, ListRequest, PageRequest, SearchRequest } from "./search-request";

/** An answer and what the cache knows of it. Times are milliseconds since the epoch. */
export interface Answer<T> {
  readonly value: T;
  readonly cache: {
    readonly source: "tmdb" | "cache";
    /** 0 for the answer that was fetched, then 1, 2, 3 …; null when it could not be counted. */
    readonly hits: number | null;
    readonly stale: boolean;
    readonly stored: boolean;
    readonly fetchedAt: number;
    readonly freshUntil: number;
    readonly answeredAt: number;
  };
}

export interface SearchPage extends MoviePage {
  readonly query: string;
}

/**
 * Every question about films that pages and handlers may ask. Each call is one answer, counted once.
 * They reject with a TmdbError when TMDB could not be asked and there is no copy to answer with.
 */
export interface Catalogue {
  searchMovies(request: SearchRequest): Promise<Answer<SearchPage>>;
  discoverMovies(request: DiscoverRequest): Promise<Answer<MoviePage>>;
  /** The films of the week, the same in every region. */
  trendingMovies(request: PageRequest): Promise<Answer<MoviePage>>;
  /** What is in the region's cinemas. */
  nowPlayingMovies(request: ListRequest): Promise<Answer<MoviePage>>;
  popularMovies(request: ListRequest): Promise<Answer<MoviePage>>;
  /** What comes to the region's cinemas soon. */
  upcomingMovies(request: ListRequest): Promise<Answer<MoviePage>>;
  /** @throws {MovieNotFoundError} when TMDB has no such film */
  getMovie(id: number, request: FilmRequest): Promise<Answer<MovieDetails>>;
  /** @throws {PersonNotFoundError} when TMDB has no such person */
  getPerson(id: number, request: LanguageRequest): Promise<Answer<Person>>;
  genres(request: LanguageRequest): Promise<Answer<readonly Genre[]>>;
}
