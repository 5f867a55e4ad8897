import type { MetadataRoute } from "next";

import { addressIn } from "./i18n/address";
import { LANGUAGE_CODES } from "./i18n/languages";
import { siteAddress } from "./site-address";

/**
 * Lets crawlers in, but not into search results, nor into discoveries by more than one parameter, of which there is no
 * end: every page that they follow would be a counted request.
 */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const asked = LANGUAGE_CODES.flatMap((code) => [addressIn(code, "/?"), addressIn(code, "/discover?*&")]);
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...asked] },
    sitemap: `${await siteAddress()}/sitemap.xml`,
  };
}
