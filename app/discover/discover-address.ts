import { SORT_ORDERS } from "@/lib/movies/discover-request";

/** What is chosen in the form, as it was typed and whether or not it can be used; what is not given is empty. */
export interface Choices {
  /** Ids. */
  readonly genres: readonly string[];
  readonly fromYear: string;
  readonly toYear: string;
  readonly originalLanguage: string;
  readonly minRating: string;
  readonly sort: string;
}

const FIELDS = ["fromYear", "toYear", "originalLanguage", "minRating", "sort"] as const;

/** What the query of an address has chosen. */
export function choicesOf(search: string): Choices {
  const parameters = new URLSearchParams(search);
  const value = (name: (typeof FIELDS)[number]) => (parameters.get(name) ?? "").trim();
  const genres = parameters.getAll("genre").flatMap((ids) => ids.split(","));
  return {
    genres: [...new Set(genres)].filter((id) => id !== ""),
    fromYear: value("fromYear"),
    toYear: value("toYear"),
    originalLanguage: value("originalLanguage"),
    minRating: value("minRating"),
    sort: value("sort"),
  };
}

/** The address of a page of films that are chosen so; it names only what differs from what is asked for anyway. */
export function discoverAddress({ genres = [], ...fields }: Partial<Choices>, page = 1): string {
  const parameters = new URLSearchParams(genres.map((id): [string, string] => ["genre", id]));
  for (const name of FIELDS) {
    const value = fields[name] ?? "";
    if (value !== "" && !(name === "sort" && value === SORT_ORDERS[0])) parameters.set(name, value);
  }
  if (page > 1) parameters.set("page", String(page));
  const query = parameters.toString();
  return `/discover${query === "" ? "" : `?${query}`}`;
}

/**
 * Whether search engines may keep a page: all films, or those of one genre, and none whose address robots.txt forbids,
 * as it does with every one of more than one parameter.
 */
export function isForIndex(choices: Choices, page: number): boolean {
  const oneGenre = discoverAddress({ genres: choices.genres.slice(0, 1) });
  return discoverAddress(choices) === oneGenre && !discoverAddress(choices, page).includes("&");
}
