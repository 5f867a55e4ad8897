import { BadParameterError } from "./errors";
import {
  field,
  FIRST_YEAR,
  LAST_YEAR,
  MAX_PAGE,
  parseLanguage,
  parseRegion,
  parseWhole,
  single,
  wholeField,
} from "./parameters";

/** What is asked for in a language alone. */
export interface LanguageRequest {
  /** ISO 639-1 with a region, for example en-US. */
  readonly language: string;
}

/** A page of films. */
export interface PageRequest extends LanguageRequest {
  readonly page: number;
}

/** A page of films in one region. */
export interface ListRequest extends PageRequest {
  /** ISO 3166-1, for example US. */
  readonly region: string;
}

/** A film in one region. */
export type FilmRequest = Omit<ListRequest, "page">;

/** A search as everybody who asks for the same thing asks for it. */
export interface SearchRequest extends PageRequest {
  /** Canonical, see {@link canonicalQuery}. */
  readonly query: string;
  readonly year: number | null;
}

export const MAX_QUERY_LENGTH = 100;

/**
 * The one spelling of all queries that are the same: NFC, white space collapsed, case folded.
 * Applying it again changes nothing.
 */
export function canonicalQuery(query: string): string {
  return (
    query
      .normalize("NFC")
      .trim()
      .replace(/\s+/g, " ")
      .toLowerCase()
      // toLowerCase writes a sigma by its place in the word; folding knows one (Unicode, CaseFolding.txt).
      .replace(/ς/g, "σ")
      .normalize("NFC")
  );
}

/*
 * The functions below read a URL's query. Parameters that they don't name do not count. They throw a
 * BadParameterError that names the parameter and what is allowed.
 */

/** Reads the language of what has no pages and no region: a person, the genres. */
export function parseLanguageRequest(search: string): LanguageRequest {
  return { language: parseLanguage(field(new URLSearchParams(search), "language")) };
}

/** Reads the language and region of a film. */
export function parseFilmRequest(search: string): FilmRequest {
  const region = parseRegion(field(new URLSearchParams(search), "region"));
  return { ...parseLanguageRequest(search), region };
}

/** Reads the page and language of a list that is the same in every region. */
export function parsePageRequest(search: string): PageRequest {
  const page = single(new URLSearchParams(search), "page");
  return {
    page: page === null ? 1 : parseWhole("page", page, 1, MAX_PAGE),
    ...parseLanguageRequest(search),
  };
}

/** Reads the page, language and region of a list. */
export function parseListRequest(search: string): ListRequest {
  return { ...parsePageRequest(search), ...parseFilmRequest(search) };
}

/** Reads a search. */
export function parseSearchRequest(search: string): SearchRequest {
  const page = parsePageRequest(search);
  const parameters = new URLSearchParams(search);
  const query = canonicalQuery(single(parameters, "query") ?? "");
  const { length } = Array.from(query);
  if (length < 1 || length > MAX_QUERY_LENGTH) {
    throw new BadParameterError("query", { kind: "length", from: 1, to: MAX_QUERY_LENGTH });
  }
  if (/\p{Cc}/u.test(query)) throw new BadParameterError("query", { kind: "no-controls" });
  return { query, year: wholeField(parameters, "year", FIRST_YEAR, LAST_YEAR), ...page };
}

/** Of a 32-bit signed integer, which TMDB's ids are. */
export const MAX_ID = 2 ** 31 - 1;

/**
 * Reads the id of a film or a person from a path.
 *
 * @throws {BadParameterError} saying what is allowed
 */
export function parseId(value: string): number {
  return parseWhole("id", value, 1, MAX_ID);
}
