import { LANGUAGES } from "../i18n/languages";
import type { Visitor } from "../visitor";
import { parseListRequest, type ListRequest } from "@/lib/movies/search-request";

import { LISTS, type ListName } from "./lists";

/**
 * What is asked of a list: the page and region that an address names, else the first page in the visitor's region. A
 * list that is the same everywhere is asked for in one region, so that all visitors share its answers.
 *
 * @param search the query of the address
 * @throws {BadParameterError} naming the parameter and what is allowed
 */
export function listRequest(name: ListName, search: string, { language, region }: Visitor): ListRequest {
  const parameters = new URLSearchParams(search);
  parameters.set("language", LANGUAGES[language].tmdb);
  if (!LISTS[name].regional) parameters.delete("region");
  else if (!parameters.get("region")) parameters.set("region", region);
  return parseListRequest(parameters.toString());
}

/**
 * The address of a page of a list.
 *
 * @param region null for the visitor's own
 */
export function listAddress(name: ListName, region: string | null, page = 1): string {
  const parameters = new URLSearchParams();
  if (region !== null && LISTS[name].regional) parameters.set("region", region);
  if (page > 1) parameters.set("page", String(page));
  const query = parameters.toString();
  return `/lists/${name}${query === "" ? "" : `?${query}`}`;
}
