const NAMES = ["query", "page", "year", "language", "literal"] as const;

type Name = (typeof NAMES)[number];

/** A search as its address has it: what is not given is empty. */
export function typedSearch(search: string): Readonly<Record<Name, string>> {
  const parameters = new URLSearchParams(search);
  const value = (name: Name) => (parameters.get(name) ?? "").trim().replace(/\s+/g, " ");
  return {
    query: value("query"),
    page: value("page"),
    year: value("year"),
    language: value("language"),
    literal: value("literal"),
  };
}

/** Whether a year behind the title is to be taken as a part of the title. */
export function asksForPlainText(search: string): boolean {
  return typedSearch(search).literal === "1";
}

/**
 * The address of a search like another one.
 *
 * @param search the other one's query
 * @param changes what differs; empty takes it away. Without a page it is the first.
 */
export function searchAddress(search: string, changes: Partial<Record<Name, string>> = {}): string {
  const wanted = { ...typedSearch(search), page: "", ...changes };
  const given = NAMES.map((name): [string, string] => [name, wanted[name]]).filter(
    ([, value]) => value !== "",
  );
  return `/?${new URLSearchParams(given).toString()}`;
}
