import { NextResponse, type NextRequest } from "next/server";

import { addressIn, splitLanguage } from "./i18n/address";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./i18n/languages";
import { negotiateLanguage } from "./i18n/negotiate";
import { REMEMBERED } from "./remembered";
import { isFromHere, isOfRouter } from "./sender";

const COOKIE = "language";

/** Whether this is the start page of the default language, and nothing is asked of it. */
const isStart = ({ nextUrl }: NextRequest): boolean => nextUrl.pathname === "/" && nextUrl.search === "";

function remember(response: NextResponse, language: Language): NextResponse {
  response.cookies.set(COOKIE, language, REMEMBERED);
  return response;
}

/**
 * Leads the start page to the language that the visitor used last, or else prefers, and an address that names the
 * default language to the one that does not. Every other address says its language itself, whoever follows it.
 *
 * @returns null where the address is right as it is
 */
export function chooseLanguage(request: NextRequest): NextResponse | null {
  const { pathname, search } = request.nextUrl;
  const { language, path } = splitLanguage(pathname);
  if (language === DEFAULT_LANGUAGE) {
    // To have chosen it overrules what was negotiated.
    return remember(NextResponse.redirect(new URL(`${path}${search}`, request.nextUrl), 307), language);
  }
  if (!isStart(request) || isOfRouter(request) || isFromHere(request)) return null;
  const remembered = request.cookies.get(COOKIE)?.value;
  const preferred = isLanguage(remembered)
    ? remembered
    : negotiateLanguage(request.headers.get("accept-language"));
  if (preferred === DEFAULT_LANGUAGE) return null;
  const response = NextResponse.redirect(new URL(addressIn(preferred, "/"), request.nextUrl), 307);
  response.headers.set("Vary", "Accept-Language, Cookie");
  response.headers.set("Cache-Control", "private, no-cache");
  return response;
}

/** The language that a request chooses; null where it chooses none. */
function chosenLanguage(request: NextRequest): Language | null {
  // Of our pages only those in the default language lead there.
  if (isStart(request) && isFromHere(request)) return DEFAULT_LANGUAGE;
  // Only a visit tells something; what the router fetches does not.
  return isOfRouter(request) ? null : splitLanguage(request.nextUrl.pathname).language;
}

/** Remembers the language that a request chooses, for the next visit to the start page. */
export function rememberLanguage(request: NextRequest, response: NextResponse): void {
  const language = chosenLanguage(request);
  if (language !== null && request.cookies.get(COOKIE)?.value !== language) remember(response, language);
}
