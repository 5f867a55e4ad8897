import { catalogue } from "@/lib/movies";
import { parseLanguageRequest } from "@/lib/movies/search-request";

import { answerResponse, get, options, refuseMethod } from "../handle";

export const GET = get(async (request) => {
  const inLanguage = parseLanguageRequest(new URL(request.url).search);
  const { value: genres, cache } = await catalogue().genres(inLanguage);
  return answerResponse(request, { value: { genres }, cache });
});

export {
  options as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
