import { randomBytes } from "node:crypto";

import { after, NextResponse, type NextRequest } from "next/server";

import { HANDOVER_HEADER, leave } from "@/app/handover";
import { splitLanguage } from "@/app/i18n/address";
import { DEFAULT_LANGUAGE } from "@/app/i18n/languages";
import { chooseLanguage, rememberLanguage } from "@/app/language-choice";
import { NONCE_HEADER } from "@/app/nonce";
import { findRoute } from "@/app/routes";
import { isOfRouter } from "@/app/sender";
import { rememberRegion, VISITOR_HEADERS, visitorOf } from "@/app/visitor";
import { problemViewOf, type ProblemView, type View } from "@/app/view";
import { clientOf } from "@/lib/http/client-address";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { methodNotAllowed, problemResponse, UNREADABLE_ADDRESS } from "@/lib/http/problem";
import { isReadablePath } from "@/lib/http/readable-path";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/http/request-id";
import { answerRequest, settle } from "@/lib/movies";
import { settings, SettingsError } from "@/lib/settings";

const POLICY_HEADER = "Content-Security-Policy";

export const config = { matcher: ["/((?!_next/|api/).*)", "/(_next|api)/(.*%.*)"] };

/** Where pictures come from; null where the settings are wrong, of which the page itself tells. */
function imageUrl(): string | null {
  try {
    return settings().tmdbImageUrl;
  } catch (error) {
    if (error instanceof SettingsError) return null;
    throw error;
  }
}

/** What the page is sent of a request, and the policy of its answer, whose scripts and styles alone name the nonce. */
function protect(request: NextRequest): { headers: Headers; policy: string } {
  // 128 bits at least (https://www.w3.org/TR/CSP3/#security-nonces).
  const nonce = randomBytes(16).toString("base64");
  const development = process.env.NODE_ENV === "development";
  const policy = contentSecurityPolicy({ nonce, imageUrl: imageUrl(), development });
  const headers = new Headers(request.headers);
  headers.delete(HANDOVER_HEADER);
  headers.set(NONCE_HEADER, nonce);
  // Next reads the nonce for its own scripts in here.
  headers.set(POLICY_HEADER, policy);
  return { headers, policy };
}

/**
 * Takes the language off the address, and finds out what a page will show before it is rendered, since only then its
 * status can still be chosen: Next sends a page with 200 whatever it says, and an empty document for notFound(). The
 * page picks the view up (see app/handover.ts), so that a visit is one counted answer.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith("/api/") || pathname.startsWith("/_next/")) {
    // Next itself answers one that can't be read with 500 (16.4, DecodeError of another bundle).
    return isReadablePath(pathname) ? NextResponse.next() : problemResponse(UNREADABLE_ADDRESS, pathname);
  }
  const { headers, policy } = protect(request);
  const id = requestIdOf(request.headers);
  headers.set(REQUEST_ID_HEADER, id);
  const named = <R extends Response>(response: R): R => {
    response.headers.set(POLICY_HEADER, policy);
    response.headers.set(REQUEST_ID_HEADER, id);
    return response;
  };
  if (!isReadablePath(pathname)) {
    // No route has this path, so it is shown as not found.
    const nowhere = new URL("/unreadable-address", request.nextUrl);
    return named(NextResponse.rewrite(nowhere, { request: { headers } }));
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return named(problemResponse(methodNotAllowed("GET, HEAD"), pathname));
  }
  const elsewhere = chooseLanguage(request);
  if (elsewhere) return named(elsewhere);

  const { language, path } = splitLanguage(pathname);
  const visitor = visitorOf(request, language ?? DEFAULT_LANGUAGE);
  headers.set(VISITOR_HEADERS.language, visitor.language);
  headers.set(VISITOR_HEADERS.region, visitor.region);

  const route = findRoute(path);
  after(settle);
  const view = await answerRequest<View | undefined>(
    { id, client: clientOf(request.headers) },
    () => route?.load({ parts: route.parts, search, visitor }),
    problemViewOf,
  );
  if (view) headers.set(HANDOVER_HEADER, leave(view));

  // The client-side router takes any other status for a broken answer and loads the page anew.
  const status = isOfRouter(request) ? 200 : (view?.status ?? 200);
  const target = new URL(`${path}${search}`, request.nextUrl);
  const response = named(
    path === pathname && status === 200
      ? NextResponse.next({ request: { headers } })
      : NextResponse.rewrite(target, { ...(status === 200 ? {} : { status }), request: { headers } }),
  );
  const wait = view?.kind === "problem" ? (view as ProblemView).problem.retryAfterSeconds : undefined;
  if (wait !== undefined) response.headers.set("Retry-After", String(wait));
  rememberLanguage(request, response);
  rememberRegion(request, response);
  return response;
}
