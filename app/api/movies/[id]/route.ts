import { catalogue } from "@/lib/movies";
import { parseFilmRequest, parseId } from "@/lib/movies/search-request";

import { answerResponse, get, options, refuseMethod } from "../../handle";

interface Context {
  params: Promise<{ id: string }>;
}

export const GET = get(async (request, { params }: Context) => {
  const id = parseId((await params).id);
  const film = parseFilmRequest(new URL(request.url).search);
  return answerResponse(request, await catalogue().getMovie(id, film));
});

export {
  options as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
