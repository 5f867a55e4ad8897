import { cache } from "react";

import type { Metadata } from "next";
import { headers } from "next/headers";

import { addressIn } from "./i18n/address";
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, type Language } from "./i18n/languages";

/** What the first of several proxies has said, each of which adds its own; undefined where none said anything. */
const firstOf = (header: string | null) => header?.split(",")[0]?.trim() || undefined;

/** The name and port that a visitor has asked for: what the CDN in front says, or else the request; null where neither does. */
export const hostOf = (sent: Pick<Headers, "get">): string | null =>
  firstOf(sent.get("x-forwarded-host")) ?? sent.get("host");

/**
 * Where visitors see this site, without a slash at the end: what the CDN in front says, or else the request. Where nothing
 * stands in front a sender may have made it up, so what can't be a host is taken for none.
 */
export const siteAddress = cache(async (): Promise<string> => {
  const sent = await headers();
  const protocol = firstOf(sent.get("x-forwarded-proto")) === "https" ? "https" : "http";
  const address = `${protocol}://${hostOf(sent) ?? "localhost"}`;
  return URL.canParse(address) ? new URL(address).origin : `${protocol}://localhost`;
});

/**
 * The one address of a page, and the same page in the other languages (https://developers.google.com/search/docs/specialty/international/localized-versions).
 *
 * @param address a path, with a query where it says what the page shows
 */
export function alternates(language: Language, address: string) {
  return {
    canonical: addressIn(language, address),
    languages: {
      ...Object.fromEntries(LANGUAGE_CODES.map((code) => [code, addressIn(code, address)])),
      "x-default": addressIn(DEFAULT_LANGUAGE, address),
    },
  } satisfies Metadata["alternates"];
}
