import { NO_SUCH_ROUTE, problemResponse } from "@/lib/http/problem";

import { get } from "../handle";

const answer = get((request) => problemResponse(NO_SUCH_ROUTE, new URL(request.url).pathname));

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
