/** What Next hands a page as its searchParams. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The parameters as the query of a URL again, with its question mark. */
export async function toSearch(searchParams: SearchParams): Promise<string> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return `?${new URLSearchParams(pairs).toString()}`;
}
