import { catalogue, type Answer, type MoviePage, type SearchPage } from "@/lib/movies";
import { parsePageRequest, parseSearchRequest, type SearchRequest } from "@/lib/movies/search-request";

import { searchByTitleAndYear } from "@/lib/movies/title-and-year";

import { LANGUAGES } from "./i18n/languages";
import { viewOfError, type Asked, type MissingView, type ProblemView, type View } from "./view";

export interface LandingView extends View {
  readonly kind: "landing";
  readonly trending: Answer<MoviePage>;
}

export interface ResultsView extends View {
  readonly kind: "results";
  readonly request: SearchRequest;
  readonly answer: Answer<SearchPage>;
}

export type HomeView = LandingView | ResultsView | MissingView | ProblemView;

/** Whether the visitor has asked for anything; a form sent empty asks for nothing. */
export function asksForNothing(search: string): boolean {
  const queries = new URLSearchParams(search).getAll("query");
  return queries.every((query) => query.trim() === "");
}

/** A URL's query with the language of the interface where it names none. */
function inLanguage(search: string, language: string): string {
  const parameters = new URLSearchParams(search);
  if (!parameters.get("language")) parameters.set("language", language);
  return parameters.toString();
}

/**
 * The view of the start page: what was found for a query, or what is trending where nothing is asked.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadHome({ search, visitor }: Asked): Promise<HomeView> {
  const language = LANGUAGES[visitor.language].tmdb;
  try {
    if (asksForNothing(search)) {
      const trending = await catalogue().trendingMovies(parsePageRequest(inLanguage("", language)));
      return { kind: "landing", status: 200, trending };
    }
    const request = parseSearchRequest(inLanguage(search, language));
    return { kind: "results", status: 200, ...(await searchByTitleAndYear(catalogue(), request)) };
  } catch (error) {
    return viewOfError(error);
  }
}
