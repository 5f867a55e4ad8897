import { after } from "next/server";

import { ageSeconds, cacheStatus, entityTag, matchesEntityTag } from "@/lib/http/cache-headers";
import { clientOf } from "@/lib/http/client-address";
import { OPEN_TO_ALL } from "@/lib/http/cors";
import { methodNotAllowed, problemResponse } from "@/lib/http/problem";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/http/request-id";
import { answerRequest, settle, type Answer } from "@/lib/movies";
import { problemOf } from "@/lib/movies/problems";

const ALLOWED_METHODS = "GET, HEAD, OPTIONS";

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** A GET handler that answers with what `respond` gives, and with a problem when it throws. */
export function get<Context>(
  respond: (request: Request, context: Context) => Promise<Response> | Response,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    after(settle);
    const id = requestIdOf(request.headers);
    const response = await answerRequest(
      { id, client: clientOf(request.headers) },
      () => respond(request, context),
      (error) => problemResponse(problemOf(error), new URL(request.url).pathname),
    );
    return withHeaders(response, { ...OPEN_TO_ALL, [REQUEST_ID_HEADER]: id });
  };
}

/** Refuses a method that would change something: there is nothing to change here. */
export function refuseMethod(request: Request): Response {
  const problem = methodNotAllowed(ALLOWED_METHODS);
  return withHeaders(problemResponse(problem, new URL(request.url).pathname), OPEN_TO_ALL);
}

/** Answers a preflight request, or whoever asks what is allowed. */
export function options(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN_TO_ALL,
      Allow: ALLOWED_METHODS,
      "Access-Control-Allow-Methods": ALLOWED_METHODS,
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": "86400",
    },
  });
}

/** An answer about films as JSON with its cache headers, or 304 when the client has it already. */
export function answerResponse<T extends object>(request: Request, { value, cache }: Answer<T>): Response {
  const { source, hits, stale, fetchedAt, freshUntil } = cache;
  const etag = entityTag(JSON.stringify(value), cache);
  const headers = {
    // A browser or CDN that answered by itself would lose a count. Not no-store: that breaks the back button.
    "Cache-Control": "no-cache",
    "Cache-Status": cacheStatus({ ...cache, hit: source === "cache" }),
    Age: String(ageSeconds(cache)),
    ETag: etag,
  };
  if (matchesEntityTag(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const body = {
    ...value,
    cache: {
      source,
      hits,
      stale,
      fetchedAt: new Date(fetchedAt).toISOString(),
      freshUntil: new Date(freshUntil).toISOString(),
    },
  };
  return Response.json(body, { headers });
}
