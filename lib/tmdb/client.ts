import type { z } from "zod";

import { discoverParameters, type Discovery } from "./discover";
import { TmdbNotFoundError, TmdbResponseError } from "./errors";
import type { Genre, MoviePage } from "./movie";
import type { MovieInAllRegions } from "./movie-details";
import { movieDetailsSchema } from "./movie-schemas";
import type { Person } from "./person";
import { personSchema } from "./person-schemas";
import { createTmdbRequest, type TmdbAccess } from "./request";
import { toMoviePage } from "./reshape";
import { toMovieInAllRegions } from "./reshape-movie";
import { toPerson } from "./reshape-person";
import { genreListSchema, pageSchema } from "./schemas";

export interface TmdbSearch {
  readonly query: string;
  readonly page: number;
  readonly year: number | null;
  readonly language: string;
}

interface TmdbList {
  readonly page: number;
  readonly language: string;
}

interface TmdbRegionalList extends TmdbList {
  /** ISO 3166-1. */
  readonly region: string;
}

/** TMDB's API as far as this app needs it. Every call is one request, and rejects with a TmdbError only. */
export interface TmdbClient {
  searchMovies(search: TmdbSearch): Promise<MoviePage>;
  /** The films of the week. */
  trendingMovies(list: TmdbList): Promise<MoviePage>;
  /** What is in cinemas. */
  nowPlayingMovies(list: TmdbRegionalList): Promise<MoviePage>;
  popularMovies(list: TmdbRegionalList): Promise<MoviePage>;
  /** What comes to cinemas soon. */
  upcomingMovies(list: TmdbRegionalList): Promise<MoviePage>;
  discoverMovies(discovery: Discovery): Promise<MoviePage>;
  /** @throws {TmdbNotFoundError} when TMDB knows no film of that id */
  movie(id: number, options: { language: string }): Promise<MovieInAllRegions>;
  /** @throws {TmdbNotFoundError} when TMDB knows no person of that id */
  person(id: number, options: { language: string }): Promise<Person>;
  genres(options: { language: string }): Promise<readonly Genre[]>;
}

/** A client for TMDB's API, version 3 (https://developer.themoviedb.org/reference). */
export function createTmdbClient(access: TmdbAccess): TmdbClient {
  const request = createTmdbRequest(access);

  async function get<T>(path: string, parameters: Record<string, string>, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await request(path, parameters));
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "the whole").join(", ");
      throw new TmdbResponseError(path, `another shape than expected in ${fields}`);
    }
    return parsed.data;
  }

  async function getPage(path: string, parameters: Record<string, string>): Promise<MoviePage> {
    const page = toMoviePage(await get(path, parameters, pageSchema));
    if (!page) throw new TmdbResponseError(path, "no film of the page can be read");
    return page;
  }

  const getList =
    (path: string) =>
    ({ page, language, region }: TmdbRegionalList) =>
      getPage(path, { page: String(page), language, region });

  return {
    searchMovies: ({ query, page, year, language }) =>
      getPage("/3/search/movie", {
        query,
        page: String(page),
        language,
        include_adult: "false",
        ...(year === null ? {} : { primary_release_year: String(year) }),
      }),
    trendingMovies: ({ page, language }) =>
      getPage("/3/trending/movie/week", { page: String(page), language }),
    nowPlayingMovies: getList("/3/movie/now_playing"),
    popularMovies: getList("/3/movie/popular"),
    upcomingMovies: getList("/3/movie/upcoming"),
    discoverMovies: (discovery) => getPage("/3/discover/movie", discoverParameters(discovery)),
    movie: async (id, { language }) => {
      const path = `/3/movie/${id}`;
      const parameters = {
        language,
        append_to_response: "credits,videos,recommendations,release_dates,watch/providers",
        // Trailers exist mostly in English; without this only those of `language` come back.
        include_video_language: [...new Set([language.slice(0, 2), "en", "null"])].join(","),
      };
      const film = await get(path, parameters, movieDetailsSchema);
      if (film.adult) throw new TmdbNotFoundError(path, "an adult film, which is not shown");
      return toMovieInAllRegions(film);
    },
    person: async (id, { language }) => {
      const path = `/3/person/${id}`;
      const person = await get(path, { language, append_to_response: "movie_credits" }, personSchema);
      if (person.adult) throw new TmdbNotFoundError(path, "a person of adult films, who is not shown");
      return toPerson(person);
    },
    genres: async ({ language }) => (await get("/3/genre/movie/list", { language }, genreListSchema)).genres,
  };
}
