import type { Answer as CacheAnswer } from "@/lib/cache/answer";
import type { CountedCache } from "@/lib/cache/counted-cache";
import { cacheKey } from "@/lib/cache/key";
import type { TmdbClient } from "@/lib/tmdb/client";
import type { Genre, ImageConfiguration, MovieDetails, MoviePage } from "@/lib/tmdb/movie";

import { MovieNotFoundError } from "./errors";
import type { ListRequest, SearchRequest } from "./search-request";

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
  trendingMovies(request: ListRequest): Promise<Answer<MoviePage>>;
  /** @throws {MovieNotFoundError} when TMDB has no such film */
  getMovie(id: number, request: Pick<ListRequest, "language">): Promise<Answer<MovieDetails>>;
  genres(request: Pick<ListRequest, "language">): Promise<Answer<readonly Genre[]>>;
  imageConfiguration(): Promise<Answer<ImageConfiguration>>;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** All of them far below the six months for which TMDB's terms allow content to be kept. */
const TRENDING_WINDOW_MS = HOUR_MS;
const MOVIE_WINDOW_MS = DAY_MS;
const LISTS_WINDOW_MS = 7 * DAY_MS;

/** The films of TMDB behind the counted cache. */
export function createCatalogue(cache: CountedCache, tmdb: TmdbClient, searchWindowMs: number): Catalogue {
  async function answer<T>(
    kind: string,
    parameters: Record<string, string | number>,
    windowMs: (value: T) => number,
    fetch: () => Promise<T>,
  ): Promise<Answer<T>> {
    const key = cacheKey(kind, parameters);
    return toAnswer(await cache.get<T>({ key, windowMs, fetch }));
  }

  return {
    searchMovies({ query, page, year, language }) {
      const parameters = { query, page, language, ...(year === null ? {} : { year }) };
      return answer(
        "search",
        parameters,
        () => searchWindowMs,
        async () => ({ query, ...(await tmdb.searchMovies({ query, page, year, language })) }),
      );
    },

    trendingMovies: ({ page, language }) =>
      answer(
        "trending",
        { page, language },
        () => TRENDING_WINDOW_MS,
        () => tmdb.trendingMovies({ page, language }),
      ),

    async getMovie(id, { language }) {
      const film = await answer<MovieDetails | null>(
        "movie",
        { id, language },
        // That there is no such film may change soon, a film changes rarely.
        (found) => (found ? MOVIE_WINDOW_MS : searchWindowMs),
        () =>
          tmdb.movie(id, { language }).catch((error: unknown) => {
            if (error instanceof Error && error.name === "TmdbNotFoundError") return null;
            throw error;
          }),
      );
      const { value, cache: origin } = film;
      if (value === null) throw new MovieNotFoundError(id);
      return { value, cache: origin };
    },

    genres: ({ language }) =>
      answer(
        "genres",
        { language },
        () => LISTS_WINDOW_MS,
        () => tmdb.genres({ language }),
      ),

    imageConfiguration: () =>
      answer(
        "configuration",
        {},
        () => LISTS_WINDOW_MS,
        () => tmdb.configuration(),
      ),
  };
}

function toAnswer<T>({ value, source, ...facts }: CacheAnswer<T>): Answer<T> {
  return { value, cache: { source: source === "origin" ? "tmdb" : "cache", ...facts } };
}
