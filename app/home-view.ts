import { catalogue, type Answer, type Genre, type MoviePage, type SearchPage } from "@/lib/movies";
import { parseSearchRequest, type SearchRequest } from "@/lib/movies/search-request";
import { searchByTitleAndYear } from "@/lib/movies/title-and-year";

import { LANGUAGES } from "./i18n/languages";
import { listRequest } from "./lists/list-request";
import { LISTS, type ListName } from "./lists/lists";
import { partOf, type Part } from "./part";
import { asksForPlainText } from "./search-address";
import { problemViewOf, type Asked, type ProblemView, type View } from "./view";
import type { Visitor } from "./visitor";

/** The start page as long as nothing is asked. */
export interface LandingView extends View {
  readonly kind: "landing";
  /** ISO 3166-1: whose cinemas are meant. */
  readonly region: string;
  readonly lists: Readonly<Record<ListName, Part<Answer<MoviePage>>>>;
  readonly genres: Part<readonly Genre[]>;
}

export interface ResultsView extends View {
  readonly kind: "results";
  readonly request: SearchRequest;
  /** The year behind the title that was typed, where films of that year were searched for; else null. */
  readonly typedYear: number | null;
  readonly answer: Answer<SearchPage>;
}

export type HomeView = LandingView | ResultsView | ProblemView;

/** Whether the visitor has asked for anything; a form sent empty asks for nothing. */
function asksForNothing(search: string): boolean {
  const queries = new URLSearchParams(search).getAll("query");
  return queries.every((query) => query.trim() === "");
}

/** A URL's query with the language of the interface where it names none. */
function inLanguage(search: string, language: string): string {
  const parameters = new URLSearchParams(search);
  if (!parameters.get("language")) parameters.set("language", language);
  return parameters.toString();
}

/** One counted answer for each list and one for the genres, all asked for at the same time. */
async function loadLanding(visitor: Visitor): Promise<LandingView | ProblemView> {
  const list = (name: ListName) => partOf(() => LISTS[name].ask(listRequest(name, "", visitor)));
  const [trending, nowPlaying, popular, upcoming, genres] = await Promise.all([
    list("trending"),
    list("now-playing"),
    list("popular"),
    list("upcoming"),
    partOf(async () => (await catalogue().genres({ language: LANGUAGES[visitor.language].tmdb })).value),
  ]);
  // The page can do without the others, not without its first one.
  const { problem } = trending;
  if (problem) return { kind: "problem", status: problem.status, problem };
  const lists = { trending, "now-playing": nowPlaying, popular, upcoming };
  return { kind: "landing", status: 200, region: visitor.region, lists, genres };
}

async function loadResults(search: string, visitor: Visitor): Promise<ResultsView> {
  const asked = parseSearchRequest(inLanguage(search, LANGUAGES[visitor.language].tmdb));
  const { answer, request } = asksForPlainText(search)
    ? { answer: await catalogue().searchMovies(asked), request: asked }
    : await searchByTitleAndYear(catalogue(), asked);
  const typedYear = request.year === asked.year ? null : request.year;
  return { kind: "results", status: 200, request, typedYear, answer };
}

/**
 * The view of the start page: what was found for a query, or what there is to see where nothing is asked.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadHome({ search, visitor }: Asked): Promise<HomeView> {
  try {
    return await (asksForNothing(search) ? loadLanding(visitor) : loadResults(search, visitor));
  } catch (error) {
    return problemViewOf(error);
  }
}
