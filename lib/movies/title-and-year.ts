import type { Answer, Catalogue, SearchPage } from "./catalogue";
import { FIRST_YEAR, LAST_YEAR } from "./parameters";
import type { SearchRequest } from "./search-request";

/**
 * Splits a query like "dune 2021" or "dune (2021)" into title and year.
 *
 * @returns null when it does not end with a year of a film, or when no title is left
 */
export function splitTitleAndYear(query: string): { title: string; year: number } | null {
  const [, title, bare, bracketed] = /^(.*\S)(?:\s+(\d{4})|\s*\((\d{4})\))$/u.exec(query.trim()) ?? [];
  const year = Number(bare ?? bracketed);
  return title !== undefined && year >= FIRST_YEAR && year <= LAST_YEAR ? { title, year } : null;
}

export interface TitleAndYearSearch {
  readonly answer: Answer<SearchPage>;
  /** What was searched for in the end: the title in its year, or the text as it was typed. */
  readonly request: SearchRequest;
}

/**
 * Searches as a person means it who types the year behind the title: for the title in that year first, and for the
 * text as it is when no film is found so ("blade runner 2049"). Each search is an answer of its own, counted.
 *
 * @throws what {@link Catalogue} does
 */
export async function searchByTitleAndYear(
  catalogue: Pick<Catalogue, "searchMovies">,
  request: SearchRequest,
): Promise<TitleAndYearSearch> {
  const split = request.year === null ? splitTitleAndYear(request.query) : null;
  if (split) {
    const inYear = { ...request, query: split.title, year: split.year };
    const answer = await catalogue.searchMovies(inYear);
    // Not the films of the page: a page past the end has none either.
    if (answer.value.totalResults > 0) return { answer, request: inYear };
  }
  return { answer: await catalogue.searchMovies(request), request };
}
