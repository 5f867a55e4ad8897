/** The searches that were sent from this browser, newest first. They never leave it. */
const KEY = "recent-searches";
const MOST = 8;

/** What is kept; nothing where the browser keeps nothing, or something else stands there. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    // Storage may be forbidden; then there is no past.
    return [];
  }
}

/** Puts a search in front; one that differs only in its capitals is the same. */
export function rememberSearch(query: string): void {
  if (query === "") return;
  const others = recentSearches().filter((one) => one.toLowerCase() !== query.toLowerCase());
  keep([query, ...others].slice(0, MOST));
}

/** Forgets them all. */
export function forgetSearches(): void {
  keep([]);
}

function keep(searches: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Forbidden or full: the search itself works all the same.
  }
}
