import type { MetadataRoute } from "next";

import { addressIn } from "./i18n/address";
import { LANGUAGE_CODES } from "./i18n/languages";
import { siteAddress } from "./site-address";

/**
 * Lets crawlers in, but not into search results, nor into discoveries by more than one parameter, of which there is no
 * end: every page that they follow would be a counted request, and may be one to TMDB.
 *
 * Such pages have a `noindex` as well. A crawler that keeps to this file never reads it, and may list an address that
 * others link to without having looked (https://developers.google.com/search/docs/crawling-indexing/block-indexing).
 * That costs less than to be asked for each; the `noindex` is for who fetches them all the same.
 */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const asked = LANGUAGE_CODES.flatMap((code) => [addressIn(code, "/?"), addressIn(code, "/discover?*&")]);
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...asked] },
    sitemap: `${await siteAddress()}/sitemap.xml`,
  };
}
