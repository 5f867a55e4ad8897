import type { Films } from "../films";
import { GENRES } from "../genres";
import { ERRORS, ok, type TmdbAnswer } from "./answer";
import { configuration } from "./configuration";
import { discoverAnswer } from "./discover";
import { movieAnswer } from "./movie";
import { searchAnswer } from "./search";
import { trendingAnswer } from "./trending";

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The whole `Authorization` header. */
  readonly authorization: string | undefined;
}

export interface Api {
  readonly films: Films;
  /** The one key that is accepted. */
  readonly key: string;
  readonly imageUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Returns TMDB's answer to one request of its API; an error is an answer too. */
export function apiAnswer(
  { films, key, imageUrl, now }: Api,
  { method, path, query, authorization }: ApiRequest,
): TmdbAnswer {
  if (authorization !== `Bearer ${key}`) return ERRORS.key;
  if (method !== "GET") return ERRORS.method;
  switch (path) {
    case "/3/search/movie":
      return searchAnswer(films, query);
    case "/3/discover/movie":
      return discoverAnswer(films, query);
    case "/3/trending/movie/week":
      return trendingAnswer(films, "week", query, now());
    case "/3/trending/movie/day":
      return trendingAnswer(films, "day", query, now());
    case "/3/genre/movie/list":
      return ok({ genres: GENRES });
    case "/3/configuration":
      return ok(configuration(imageUrl));
    default: {
      const [, id] = /^\/3\/movie\/(\d+)$/.exec(path) ?? [];
      return id === undefined ? ERRORS.notFound : movieAnswer(films, Number(id), query);
    }
  }
}
