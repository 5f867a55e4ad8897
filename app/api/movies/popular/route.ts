import { catalogue } from "@/lib/movies";
import { parseListRequest } from "@/lib/movies/search-request";

import { answerResponse, get, options, refuseMethod } from "../../handle";

export const GET = get(async (request) => {
  const list = parseListRequest(new URL(request.url).search);
  return answerResponse(request, await catalogue().popularMovies(list));
});

export {
  options as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
