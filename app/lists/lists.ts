import { catalogue, type Answer, type MoviePage } from "@/lib/movies";
import type { ListRequest } from "@/lib/movies/search-request";

interface List {
  /** The message that names it. */
  readonly title: "trending" | "nowPlaying" | "popular" | "upcoming";
  /**
   * Whether its page is for a region: what cinemas show makes no sense without one. TMDB's popular films differ a little
   * by region too, and programs may ask for them so; pages ask for one region's, so that all visitors share the answers.
   */
  readonly regional: boolean;
  ask(request: ListRequest): Promise<Answer<MoviePage>>;
}

/** TMDB's lists of films by the last part of their address. */
export const LISTS = {
  trending: {
    title: "trending",
    regional: false,
    ask: (request) => catalogue().trendingMovies(request),
  },
  "now-playing": {
    title: "nowPlaying",
    regional: true,
    ask: (request) => catalogue().nowPlayingMovies(request),
  },
  popular: {
    title: "popular",
    regional: false,
    ask: (request) => catalogue().popularMovies(request),
  },
  upcoming: {
    title: "upcoming",
    regional: true,
    ask: (request) => catalogue().upcomingMovies(request),
  },
} as const satisfies Record<string, List>;

export type ListName = keyof typeof LISTS;

/** Whether there is a list of this name. */
export function isListName(name: string | undefined): name is ListName {
  return name !== undefined && Object.hasOwn(LISTS, name);
}
