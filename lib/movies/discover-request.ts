import { LEAST_VOTES, ratingsDecide, SORT_ORDERS, type Discovery, type SortOrder } from "@/lib/tmdb/discover";

import { BadParameterError } from "./errors";
import { every, field, FIRST_YEAR, LAST_YEAR, parseWhole, wholeField } from "./parameters";
import { MAX_ID, parsePageRequest } from "./search-request";

/** What is to be discovered as everybody who asks for the same thing asks for it: genres ascending, each once. */
export type DiscoverRequest = Discovery;

export { LEAST_VOTES, ratingsDecide, SORT_ORDERS, type SortOrder };

/** More than TMDB has; more would only make an address too long. */
export const MAX_GENRES = 20;
export const MIN_RATING = { from: 1, to: 9 } as const;

function parseGenres(parameters: URLSearchParams): readonly number[] {
  const ids = every(parameters, "genre")
    .flatMap((value) => value.split(","))
    .filter((id) => id !== "")
    .map((id) => parseWhole("genre", id, 1, MAX_ID));
  const genres = [...new Set(ids)].sort((one, other) => one - other);
  if (genres.length > MAX_GENRES) throw new BadParameterError("genre", { kind: "ids", most: MAX_GENRES });
  return genres;
}

function parseOriginalLanguage(value: string | null): string | null {
  if (value === null || /^[a-z]{2}$/i.test(value)) return value?.toLowerCase() ?? null;
  throw new BadParameterError("originalLanguage", { kind: "language", region: false });
}

function parseSort(value: string | null): SortOrder {
  const sort = value === null ? SORT_ORDERS[0] : SORT_ORDERS.find((order) => order === value);
  if (sort) return sort;
  throw new BadParameterError("sort", { kind: "one-of", allowed: SORT_ORDERS });
}

/**
 * Reads which films to discover from a URL's query. Unknown parameters do not count, nor do fields left empty.
 *
 * @throws {BadParameterError} naming the parameter and what is allowed
 */
export function parseDiscoverRequest(search: string): DiscoverRequest {
  const parameters = new URLSearchParams(search);
  const fromYear = wholeField(parameters, "fromYear", FIRST_YEAR, LAST_YEAR);
  const toYear = wholeField(parameters, "toYear", FIRST_YEAR, LAST_YEAR);
  if (fromYear !== null && toYear !== null && fromYear > toYear) {
    throw new BadParameterError("fromYear", { kind: "order", other: "toYear" });
  }
  return {
    genres: parseGenres(parameters),
    fromYear,
    toYear,
    originalLanguage: parseOriginalLanguage(field(parameters, "originalLanguage")),
    minRating: wholeField(parameters, "minRating", MIN_RATING.from, MIN_RATING.to),
    sort: parseSort(field(parameters, "sort")),
    ...parsePageRequest(search),
  };
}
