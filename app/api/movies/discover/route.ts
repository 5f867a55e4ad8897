import { catalogue } from "@/lib/movies";
import { parseDiscoverRequest } from "@/lib/movies/discover-request";

import { answerResponse, get, options, refuseMethod } from "../../handle";

export const GET = get(async (request) => {
  const wishes = parseDiscoverRequest(new URL(request.url).search);
  return answerResponse(request, await catalogue().discoverMovies(wishes));
});

export {
  options as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
