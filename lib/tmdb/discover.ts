/** The orders of TMDB's discover that are of use to visitors, in its own words; its default first. */
export const SORT_ORDERS = [
  "popularity.desc",
  "vote_average.desc",
  "vote_count.desc",
  "primary_release_date.desc",
  "primary_release_date.asc",
  "revenue.desc",
  "title.asc",
  "title.desc",
] as const;

export type SortOrder = (typeof SORT_ORDERS)[number];

/** Which films to discover; null does not limit them. */
export interface Discovery {
  /** Ids; films of all of them. */
  readonly genres: readonly number[];
  /** Of first release, both years included. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** ISO 639-1. */
  readonly originalLanguage: string | null;
  /** Least average of votes, of 10. */
  readonly minRating: number | null;
  readonly sort: SortOrder;
  readonly page: number;
  readonly language: string;
}

/**
 * Where ratings decide, a film needs this many votes: else films with one vote of 10 would lead. TMDB's own list of
 * top rated films asks for as many (reference/movie-top-rated-list).
 */
export const LEAST_VOTES = 200;

/** Whether ratings choose or order the films, so that only those with {@link LEAST_VOTES} are found. */
export function ratingsDecide({ minRating, sort }: Pick<Discovery, "minRating" | "sort">): boolean {
  return minRating !== null || sort.startsWith("vote_average.");
}

/** The parameters of `/3/discover/movie` (https://developer.themoviedb.org/reference/discover-movie). */
export function discoverParameters(discovery: Discovery): Record<string, string> {
  const { genres, fromYear, toYear, originalLanguage, minRating, sort, page, language } = discovery;
  return {
    page: String(page),
    language,
    include_adult: "false",
    sort_by: sort,
    ...(genres.length === 0 ? {} : { with_genres: genres.join(",") }),
    ...(fromYear === null ? {} : { "primary_release_date.gte": `${fromYear}-01-01` }),
    ...(toYear === null ? {} : { "primary_release_date.lte": `${toYear}-12-31` }),
    ...(originalLanguage === null ? {} : { with_original_language: originalLanguage }),
    ...(minRating === null ? {} : { "vote_average.gte": String(minRating) }),
    ...(ratingsDecide(discovery) ? { "vote_count.gte": String(LEAST_VOTES) } : {}),
  };
}
