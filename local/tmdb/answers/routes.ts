import type { Films } from "../films";
import { genresIn } from "../genres";
import { ERRORS, ok, type TmdbAnswer } from "./answer";
import { configuration } from "./configuration";
import { discoverAnswer } from "./discover";
import { nowPlayingAnswer, popularAnswer, upcomingAnswer } from "./lists";
import { movieAnswer } from "./movie";
import { personAnswer } from "./person";
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
    case "/3/movie/now_playing":
      return nowPlayingAnswer(films, query);
    case "/3/movie/popular":
      return popularAnswer(films, query);
    case "/3/movie/upcoming":
      return upcomingAnswer(films, query);
    case "/3/genre/movie/list":
      return ok({ genres: genresIn(query.get("language")) });
    case "/3/configuration":
      return ok(configuration(imageUrl));
    default: {
      const [, kind, id] = /^\/3\/(movie|person)\/(\d+)$/.exec(path) ?? [];
      if (id === undefined) return ERRORS.notFound;
      return (kind === "movie" ? movieAnswer : personAnswer)(films, Number(id), query);
    }
  }
}
