import { LANGUAGES } from "../i18n/languages";
import { knownRegion } from "../i18n/region";
import type { Visitor } from "../visitor";
import { parseListRequest, type ListRequest } from "@/lib/movies/search-request";

import { LISTS, type ListName } from "./lists";

/**
 * What is asked of a list: the page and region that an address names, else the first page in the visitor's region. A
 * code of which there is no region names none. The other lists are asked for in one region, so that all visitors share their
 * answers.
 *
 * @param search the query of the address
 * @throws {BadParameterError} naming the parameter and what is allowed
 */
export function listRequest(name: ListName, search: string, { language, region }: Visitor): ListRequest {
  const { regional } = LISTS[name];
  const parameters = new URLSearchParams(search);
  parameters.set("language", LANGUAGES[language].tmdb);
  if (!regional) parameters.delete("region");
  const request = parseListRequest(parameters.toString());
  return regional ? { ...request, region: knownRegion(parameters.get("region")) ?? region } : request;
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
