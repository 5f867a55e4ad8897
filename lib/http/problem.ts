import { OPEN_TO_ALL } from "./cors";
import type { Rule } from "./rule";

/** A problem as RFC 9457 words it, with the headers that belong to its status. */
export interface Problem {
  readonly status: number;
  /** Names the kind of problem; the last part of its `type` URN. */
  readonly kind: string;
  readonly title: string;
  /** A sentence for whoever sent the request; never a secret, a stack or an upstream address. */
  readonly detail: string;
  /** Seconds after which to try again. */
  readonly retryAfterSeconds?: number;
  /** Further members of the body (RFC 9457, section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
  /** What the detail says of the parameter among the members, for who says it in another language. */
  readonly rule?: Rule;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For a path that leads nowhere. */
export const NO_SUCH_ROUTE: Problem = {
  status: 404,
  kind: "not-found",
  title: "Not found",
  detail: "There is nothing at this address. GET /api/openapi.json lists what there is.",
};

/** For a path whose percent-encoding is no UTF-8. */
export const UNREADABLE_ADDRESS: Problem = {
  status: 400,
  kind: "unreadable-address",
  title: "Unreadable address",
  detail: "The path of this address is not percent-encoded UTF-8.",
  headers: OPEN_TO_ALL,
};

/** For a method that a path does not take (RFC 9110, section 15.5.6 asks for Allow). */
export function methodNotAllowed(allow: string): Problem {
  return {
    status: 405,
    kind: "method-not-allowed",
    title: "Method not allowed",
    detail: `This address takes ${allow} only.`,
    headers: { Allow: allow },
  };
}

/**
 * The problem as a response of type application/problem+json.
 *
 * @param instance the path of the request, without its query
 */
export function problemResponse(problem: Problem, instance: string): Response {
  const { status, kind, title, detail, retryAfterSeconds, members, headers } = problem;
  const body = { type: `urn:movies-viewer:${kind}`, title, status, detail, instance, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...headers,
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-cache",
      ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
    },
  });
}
