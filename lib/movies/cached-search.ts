import { canonicalQuery } from "./search-request";

/**
 * Whether a cache key is of a search for a query, on any page, of any year, in any language. Where a key is too
 * long to be kept in words, nobody can tell any more, and the answer is yes.
 */
export function isSearchFor(key: string, query: string): boolean {
  if (!key.startsWith("search?")) return false;
  const parameters = new URLSearchParams(key.slice("search?".length));
  return parameters.has("sha256") || parameters.get("query") === canonicalQuery(query);
}
