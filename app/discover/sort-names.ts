import type { SortOrder } from "@/lib/movies/discover-request";

/** The message that names each of TMDB's orders. */
export const SORT_NAMES = {
  "popularity.desc": "popular",
  "vote_average.desc": "rated",
  "vote_count.desc": "voted",
  "primary_release_date.desc": "newest",
  "primary_release_date.asc": "oldest",
  "revenue.desc": "revenue",
  "title.asc": "title",
  "title.desc": "titleBackwards",
} as const satisfies Record<SortOrder, string>;
