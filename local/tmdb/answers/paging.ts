import { ERRORS, ok, type TmdbAnswer } from "./answer";

export const PAGE_SIZE = 20;
const LAST_PAGE = 500;

/** Returns the page asked for, 1 to 500, 1 by default; null for anything else. */
function pageOf(query: URLSearchParams): number | null {
  const text = query.get("page") ?? "1";
  const page = /^\d+$/.test(text) ? Number(text) : 0;
  return page >= 1 && page <= LAST_PAGE ? page : null;
}

/**
 * Returns one page of 20. A page past the end has no results and is no error; a page outside 1 to 500 is, though
 * `total_pages` may say more.
 */
export function pagedAnswer<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  write: (item: Item) => unknown,
): TmdbAnswer {
  const page = pageOf(query);
  if (page === null) return ERRORS.page;
  return ok({
    page,
    results: items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(write),
    // TMDB says 1 for no results at all.
    total_pages: Math.max(1, Math.ceil(items.length / PAGE_SIZE)),
    total_results: items.length,
  });
}
