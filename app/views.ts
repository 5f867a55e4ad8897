import type { Problem } from "@/lib/http/problem";
import { catalogue, type Answer, type MovieDetails, type MoviePage, type SearchPage } from "@/lib/movies";
import { toProblem } from "@/lib/movies/problems";
import {
  parseListRequest,
  parseMovieId,
  parseSearchRequest,
  type SearchRequest,
} from "@/lib/movies/search-request";

/** What a page shows, and the status it is sent with. */
export type HomeView =
  | { readonly kind: "landing"; readonly status: 200; readonly trending: Answer<MoviePage> }
  | {
      readonly kind: "results";
      readonly status: 200;
      readonly request: SearchRequest;
      readonly answer: Answer<SearchPage>;
    }
  | ProblemView;

export type MovieView =
  | { readonly kind: "movie"; readonly status: 200; readonly answer: Answer<MovieDetails> }
  | { readonly kind: "missing"; readonly status: 404 }
  | ProblemView;

interface ProblemView {
  readonly kind: "problem";
  readonly status: number;
  readonly problem: Problem;
}

function problemView(error: unknown): ProblemView {
  const problem = toProblem(error);
  if (problem.status === 500) throw error;
  return { kind: "problem", status: problem.status, problem };
}

/** Whether the visitor has asked for anything; a form sent empty asks for nothing. */
function asksForNothing(search: string): boolean {
  const queries = new URLSearchParams(search).getAll("query");
  return queries.every((query) => query.trim() === "");
}

/**
 * The view of the start page for a URL's query: one counted answer.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadHome(search: string): Promise<HomeView> {
  try {
    if (asksForNothing(search)) {
      const list = parseListRequest("");
      return { kind: "landing", status: 200, trending: await catalogue().trendingMovies(list) };
    }
    const request = parseSearchRequest(search);
    return { kind: "results", status: 200, request, answer: await catalogue().searchMovies(request) };
  } catch (error) {
    return problemView(error);
  }
}

/**
 * The view of a film's page: one counted answer.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadMovie(id: string): Promise<MovieView> {
  const film = parseListRequest("");
  try {
    return {
      kind: "movie",
      status: 200,
      answer: await catalogue().getMovie(parseMovieId(id), film),
    };
  } catch (error) {
    const { name } = error instanceof Error ? error : { name: "" };
    if (name === "MovieNotFoundError" || name === "BadParameterError")
      return { kind: "missing", status: 404 };
    return problemView(error);
  }
}
