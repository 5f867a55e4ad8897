import { NextResponse, type NextRequest } from "next/server";

import { addressIn, splitLanguage } from "./i18n/address";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./i18n/languages";
import { negotiateLanguage } from "./i18n/negotiate";
import { REMEMBERED } from "./remembered";

const COOKIE = "language";

/** Only a visit tells something; what the router fetches or a program asks for does not. */
const isVisit = (request: NextRequest) => request.headers.get("sec-fetch-dest") !== "empty";

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
  if (language !== null || pathname !== "/" || search !== "" || !isVisit(request)) return null;
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

/** Remembers the language that an address names, for the next visit to the start page. */
export function rememberLanguage(request: NextRequest, response: NextResponse): void {
  const { language } = splitLanguage(request.nextUrl.pathname);
  if (language === null || !isVisit(request) || request.cookies.get(COOKIE)?.value === language) return;
  remember(response, language);
}
