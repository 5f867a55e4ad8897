import type { NextRequest } from "next/server";

import { hostOf } from "./site-address";

/**
 * Whether a request comes from a page of ours. Browsers say so themselves to trustworthy addresses only, HTTPS and
 * localhost (https://www.w3.org/TR/fetch-metadata/); to any other they name the page.
 */
export function isFromHere({ headers }: NextRequest): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const page = headers.get("referer") ?? "";
  return URL.canParse(page) && new URL(page).host === hostOf(headers);
}

/**
 * Whether the client-side router, or another script of ours, asks for data, and no browser for a document. Next takes
 * the headers by which it knows its own router off before the proxy sees them. Programs ask for no HTML in particular
 * either, but come from no page: they are told the status.
 */
export function isOfRouter(request: NextRequest): boolean {
  const destination = request.headers.get("sec-fetch-dest");
  if (destination !== null) return destination === "empty";
  return isFromHere(request) && !(request.headers.get("accept") ?? "").includes("text/html");
}
