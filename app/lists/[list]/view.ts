import {
  MISSING,
  problemViewOf,
  type Asked,
  type MissingView,
  type ProblemView,
  type View,
} from "@/app/view";
import type { Answer, MoviePage } from "@/lib/movies";
import type { ListRequest } from "@/lib/movies/search-request";

import { listRequest } from "../list-request";
import { isListName, LISTS } from "../lists";

export interface ListView extends View {
  readonly kind: "list";
  readonly request: ListRequest;
  readonly answer: Answer<MoviePage>;
}

/**
 * The view of a list's page: one counted answer.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadList({
  parts: [name],
  search,
  visitor,
}: Asked): Promise<ListView | MissingView | ProblemView> {
  if (!isListName(name)) return MISSING;
  try {
    const request = listRequest(name, search, visitor);
    return { kind: "list", status: 200, request, answer: await LISTS[name].ask(request) };
  } catch (error) {
    return problemViewOf(error);
  }
}
