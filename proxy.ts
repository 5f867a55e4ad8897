import { after, NextResponse, type NextRequest } from "next/server";

import { HANDOVER_HEADER, leave } from "@/app/handover";
import { loadHome, loadMovie } from "@/app/views";
import { methodNotAllowed, problemResponse, UNREADABLE_ADDRESS } from "@/lib/http/problem";
import { settle } from "@/lib/movies";

export const config = { matcher: ["/", "/movies/:id", "/api/(.*%.*)"] };

/** Next answers a path that is no percent-encoded UTF-8 with 500 (16.4, DecodeError of another bundle). */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds out what a page will show before it is rendered, since only then its status can still be chosen:
 * Next sends a page with 200 whatever it says, and an empty document for notFound(). The page picks the
 * view up (see app/handover.ts), so that a visit is one counted answer.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith("/api/")) {
    return isReadable(pathname) ? NextResponse.next() : problemResponse(UNREADABLE_ADDRESS, pathname);
  }
  // No route has this path, so it is shown as not found.
  if (!isReadable(pathname)) return NextResponse.rewrite(new URL("/unreadable-address", request.nextUrl));
  if (request.method !== "GET" && request.method !== "HEAD") {
    return problemResponse(methodNotAllowed("GET, HEAD"), pathname);
  }
  after(settle);
  const view = await (pathname === "/"
    ? loadHome(search)
    : loadMovie(decodeURIComponent(pathname.slice("/movies/".length))));

  const headers = new Headers(request.headers);
  headers.set(HANDOVER_HEADER, leave(view));
  // The client-side router takes any other status for a broken answer and loads the page anew.
  const followsLink = request.headers.get("sec-fetch-dest") === "empty";
  if (view.status === 200 || followsLink) return NextResponse.next({ request: { headers } });

  const response = NextResponse.rewrite(request.nextUrl, { status: view.status, request: { headers } });
  if (view.kind === "problem" && view.problem.retryAfterSeconds !== undefined) {
    response.headers.set("Retry-After", String(view.problem.retryAfterSeconds));
  }
  return response;
}
