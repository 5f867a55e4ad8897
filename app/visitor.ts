import { cache } from "react";

import { headers } from "next/headers";
import type { NextRequest, NextResponse } from "next/server";

import { regionOf } from "./i18n/negotiate";
import { knownRegion } from "./i18n/region";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from "./i18n/languages";
import { REMEMBERED } from "./remembered";

/** In what a page may differ from one visitor to the next. */
export interface Visitor {
  readonly language: Language;
  /** ISO 3166-1: whose certificates, release dates and streaming services are shown. */
  readonly region: string;
}

/** The request headers in which the proxy tells pages who visits. */
export const VISITOR_HEADERS = { language: "x-language", region: "x-region" } as const;
/** Where a visitor's choice is kept, so that other pages know it too. */
const REGION_COOKIE = "region";

/** Who sent a request for a page in this language. */
export function visitorOf(request: NextRequest, language: Language): Visitor {
  const region =
    knownRegion(request.nextUrl.searchParams.get("region")) ??
    knownRegion(request.cookies.get(REGION_COOKIE)?.value) ??
    regionOf(request.headers.get("accept-language")) ??
    LANGUAGES[language].region;
  return { language, region };
}

/** Who visits, as the proxy has told. */
export const currentVisitor = cache(async (): Promise<Visitor> => {
  const sent = await headers();
  const code = sent.get(VISITOR_HEADERS.language);
  const language = isLanguage(code) ? code : DEFAULT_LANGUAGE;
  return { language, region: sent.get(VISITOR_HEADERS.region) ?? LANGUAGES[language].region };
});

/** Remembers the region that an address asks for, for the pages that come after. */
export function rememberRegion(request: NextRequest, response: NextResponse): void {
  const region = knownRegion(request.nextUrl.searchParams.get("region"));
  if (region !== null && request.cookies.get(REGION_COOKIE)?.value !== region) {
    response.cookies.set(REGION_COOKIE, region, REMEMBERED);
  }
}
