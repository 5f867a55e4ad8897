import { BadParameterError } from "@/lib/movies/errors";
import { parseSearchRequest } from "@/lib/movies/search-request";
import { Problem } from "@/local/problem";

/** What the worker is asked to clear: searches for one query, or everything. */
export interface Clearing {
  readonly query?: string;
}

/**
 * Reads what is to be cleared.
 *
 * @param query as a visitor might have typed it; undefined for everything
 * @throws {Problem} when nobody can have searched for that
 */
export function readClearing(query: string | undefined): Clearing {
  if (query === undefined) return {};
  try {
    return { query: parseSearchRequest(String(new URLSearchParams({ query }))).query };
  } catch (error) {
    if (error instanceof BadParameterError) throw new Problem(`No search is for that: ${error.message}.`);
    throw error;
  }
}
