import { cache } from "react";

import { headers } from "next/headers";

import { REQUEST_ID_HEADER } from "@/lib/http/request-id";

/** What this request is called in the log, as the proxy has said; null where no proxy has seen it. */
export const getRequestId = cache(async () => (await headers()).get(REQUEST_ID_HEADER));
