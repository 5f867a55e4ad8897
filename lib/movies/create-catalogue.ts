import type { ZodType } from "zod";

import type { Answer as CacheAnswer } from "@/lib/cache/answer";
import type { CountedCache } from "@/lib/cache/counted-cache";
import { cacheKey } from "@/lib/cache/key";
import type { TmdbClient } from "@/lib/tmdb/client";
import { inRegion, type MovieInAllRegions } from "@/lib/tmdb/movie-details";
import type { Person } from "@/lib/tmdb/person";
import { inSpan } from "@/lib/tracing";

import type { Answer, Catalogue } from "./catalogue";
import { MovieNotFoundError, PersonNotFoundError } from "./errors";
import type { ListRequest } from "./search-request";
import { filmShape, genresShape, moviePageShape, personShape, searchPageShape } from "./shapes";
import { hashOf } from "./telemetry";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** All of them far below the six months for which TMDB's terms allow content to be kept. */
const LIST_WINDOW_MS = HOUR_MS;
const BY_ID_WINDOW_MS = DAY_MS;
const RARELY_CHANGED_WINDOW_MS = 7 * DAY_MS;

/**
 * The films of TMDB behind the counted cache.
 *
 * @param searchWindowMs how long a search, and what visitors discover, is answered from the cache
 */
export function createCatalogue(cache: CountedCache, tmdb: TmdbClient, searchWindowMs: number): Catalogue {
  /** Parameters that are null are not given. */
  async function answer<T>(
    kind: string,
    shape: ZodType<T>,
    parameters: Readonly<Record<string, string | number | null>>,
    windowMs: number | ((value: T) => number),
    fetch: () => Promise<T>,
    staleMs?: (value: T) => number | undefined,
  ): Promise<Answer<T>> {
    const given = Object.entries(parameters).filter(
      (parameter): parameter is [string, string | number] => parameter[1] !== null,
    );
    const key = cacheKey(kind, Object.fromEntries(given));
    const window = typeof windowMs === "number" ? () => windowMs : windowMs;
    const accepts = (value: unknown) => shape.safeParse(value).success;
    return inSpan(`cache ${kind}`, { attributes: { "cache.key_hash": hashOf(key) } }, async (span) => {
      const found = toAnswer(
        await cache.get<T>({ key, windowMs: window, accepts, fetch, ...(staleMs && { staleMs }) }),
      );
      const { source, hits, stale } = found.cache;
      span.setAttributes({ "cache.source": source, "cache.stale": stale, "cache.hits": hits ?? "uncounted" });
      return found;
    });
  }

  /** A film or a person; that TMDB has none of that id is kept too. */
  async function byId<T>(
    kind: string,
    shape: ZodType<T>,
    parameters: { id: number; language: string },
    fetch: () => Promise<T>,
    missing: () => Error,
  ): Promise<Answer<T>> {
    const { value, cache: origin } = await answer<T | null>(
      kind,
      shape.nullable(),
      parameters,
      // That there is none may change soon, what there is changes rarely.
      (found) => (found === null ? searchWindowMs : BY_ID_WINDOW_MS),
      () =>
        fetch().catch((error: unknown) => {
          if (error instanceof Error && error.name === "TmdbNotFoundError") return null;
          throw error;
        }),
      // "Not found" is told only for as long as it is known.
      (found) => (found === null ? 0 : undefined),
    );
    if (value === null) throw missing();
    return { value, cache: origin };
  }

  /** A list of a region. */
  const regional =
    (kind: string, fetch: TmdbClient["popularMovies"]) =>
    ({ page, language, region }: ListRequest) =>
      answer(kind, moviePageShape, { page, language, region }, LIST_WINDOW_MS, () =>
        fetch({ page, language, region }),
      );

  return {
    searchMovies: ({ query, page, year, language }) =>
      answer("search", searchPageShape, { query, page, year, language }, searchWindowMs, async () => ({
        query,
        ...(await tmdb.searchMovies({ query, page, year, language })),
      })),

    discoverMovies: (request) =>
      answer(
        "discover",
        moviePageShape,
        { ...request, genres: request.genres.join(",") || null },
        searchWindowMs,
        () => tmdb.discoverMovies(request),
      ),

    trendingMovies: ({ page, language }) =>
      answer("trending", moviePageShape, { page, language }, LIST_WINDOW_MS, () =>
        tmdb.trendingMovies({ page, language }),
      ),

    nowPlayingMovies: regional("now-playing", tmdb.nowPlayingMovies),
    popularMovies: regional("popular", tmdb.popularMovies),
    upcomingMovies: regional("upcoming", tmdb.upcomingMovies),

    async getMovie(id, { language, region }) {
      const film = await byId<MovieInAllRegions>(
        // Not "movie": entries of that name, which an older release may have left, know no regions.
        "film",
        filmShape,
        { id, language },
        () => tmdb.movie(id, { language }),
        () => new MovieNotFoundError(id),
      );
      // After the cache: one entry, and one request to TMDB, serves all regions.
      return { ...film, value: inRegion(film.value, region) };
    },

    getPerson: (id, { language }) =>
      byId<Person>(
        "person",
        personShape,
        { id, language },
        () => tmdb.person(id, { language }),
        () => new PersonNotFoundError(id),
      ),

    genres: ({ language }) =>
      answer("genres", genresShape, { language }, RARELY_CHANGED_WINDOW_MS, () => tmdb.genres({ language })),
  };
}

function toAnswer<T>({ value, source, ...facts }: CacheAnswer<T>): Answer<T> {
  return { value, cache: { source: source === "origin" ? "tmdb" : "cache", ...facts } };
}
