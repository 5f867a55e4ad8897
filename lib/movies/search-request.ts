import { BadParameterError } from "./errors";

/** A search as everybody who asks for the same thing asks for it. */
export interface SearchRequest {
  /** Canonical, see {@link canonicalQuery}. */
  readonly query: string;
  readonly page: number;
  readonly year: number | null;
  /** ISO 639-1 with a region, for example en-US. */
  readonly language: string;
}

export interface ListRequest {
  readonly page: number;
  readonly language: string;
}

export const MAX_QUERY_LENGTH = 100;
export const MAX_PAGE = 500;
// TMDB lists moving pictures from 1874 on; announced films are at most some years ahead.
export const FIRST_YEAR = 1870;
export const LAST_YEAR = 2100;
const DEFAULT_LANGUAGE = "en-US";

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

/** The value of a parameter that may be given once at most. */
function single(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  if (values.length > 1) throw new BadParameterError(name, "must be given once only");
  if (values[0]?.includes(REPLACEMENT_CHARACTER)) throw new BadParameterError(name, "must be UTF-8");
  return values[0] ?? null;
}

/** What URLSearchParams puts in place of bytes that are no UTF-8. */
const REPLACEMENT_CHARACTER = "\uFFFD";

function parseWhole(name: string, value: string | null, from: number, to: number): number | null {
  if (value === null) return null;
  const number = /^[1-9]\d{0,4}$/.test(value) ? Number(value) : NaN;
  if (number >= from && number <= to) return number;
  throw new BadParameterError(name, `must be a whole number from ${from} to ${to}`);
}

function parseLanguage(value: string | null): string {
  if (value === null) return DEFAULT_LANGUAGE;
  const [, language, region] = /^([a-z]{2})(?:-([a-z]{2}))?$/i.exec(value) ?? [];
  if (!language) {
    throw new BadParameterError("language", "must be an ISO 639-1 code with an optional region, like en-US");
  }
  return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : language.toLowerCase();
}

/**
 * Reads the language of a film from a URL's query. Unknown parameters do not count.
 *
 * @throws {BadParameterError} naming the parameter and what is allowed
 */
export function parseFilmRequest(search: string): Pick<ListRequest, "language"> {
  return { language: parseLanguage(single(new URLSearchParams(search), "language")) };
}

/**
 * Reads the page and language of a list from a URL's query. Unknown parameters do not count.
 *
 * @throws {BadParameterError} naming the parameter and what is allowed
 */
export function parseListRequest(search: string): ListRequest {
  const parameters = new URLSearchParams(search);
  return {
    page: parseWhole("page", single(parameters, "page"), 1, MAX_PAGE) ?? 1,
    ...parseFilmRequest(search),
  };
}

/**
 * Reads a search from a URL's query. Unknown parameters do not count.
 *
 * @throws {BadParameterError} naming the parameter and what is allowed
 */
export function parseSearchRequest(search: string): SearchRequest {
  const list = parseListRequest(search);
  const parameters = new URLSearchParams(search);
  const query = canonicalQuery(single(parameters, "query") ?? "");
  const { length } = Array.from(query);
  if (length < 1 || length > MAX_QUERY_LENGTH) {
    throw new BadParameterError("query", `must have 1 to ${MAX_QUERY_LENGTH} characters`);
  }
  if (/\p{Cc}/u.test(query)) throw new BadParameterError("query", "must have no control characters");
  return { query, year: parseWhole("year", single(parameters, "year"), FIRST_YEAR, LAST_YEAR), ...list };
}

/** Of a 32-bit signed integer, which TMDB's ids are. */
export const MAX_ID = 2 ** 31 - 1;

/**
 * Reads a film's id from a path.
 *
 * @throws {BadParameterError} saying what is allowed
 */
export function parseMovieId(value: string): number {
  const id = /^[1-9]\d{0,9}$/.test(value) ? Number(value) : NaN;
  if (id <= MAX_ID) return id;
  throw new BadParameterError("id", `must be a whole number from 1 to ${MAX_ID}`);
}
