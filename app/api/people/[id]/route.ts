import { catalogue } from "@/lib/movies";
import { parseLanguageRequest, parseId } from "@/lib/movies/search-request";

import { answerResponse, get, options, refuseMethod } from "../../handle";

interface Context {
  params: Promise<{ id: string }>;
}

export const GET = get(async (request, { params }: Context) => {
  const id = parseId((await params).id);
  const { language } = parseLanguageRequest(new URL(request.url).search);
  return answerResponse(request, await catalogue().getPerson(id, { language }));
});

export {
  options as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
