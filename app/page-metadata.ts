import type { Metadata } from "next";

import { excerpt } from "./excerpt";
import type { I18n } from "./i18n/i18n";
import { alternates } from "./site-address";

/** What search engines show of a description, and what fits where a link is shared. */
const DESCRIPTION_LENGTH = 200;

/** A page about one thing, as others show it. */
interface Subject {
  /** Of the page, without our name. */
  readonly title: string;
  /** Empty for our own description. */
  readonly description: string;
  /** The page's path. */
  readonly address: string;
  /** Its picture at TMDB; null where there is none. */
  readonly image: { readonly url: string; readonly alt: string } | null;
}

/**
 * The metadata of a page about one thing: title, description, its one address, and Open Graph (https://ogp.me), to
 * which the caller adds what the thing is. Next takes Twitter's card from there.
 */
export function subjectMetadata(
  { t, language, tmdb, href }: Pick<I18n, "t" | "language" | "tmdb" | "href">,
  { title, description, address, image }: Subject,
) {
  return {
    title,
    description: excerpt(description, DESCRIPTION_LENGTH) || t("site.description"),
    alternates: alternates(language, address),
    openGraph: {
      title,
      siteName: t("site.name"),
      locale: tmdb.replace("-", "_"),
      url: href(address),
      images: image === null ? [] : [image],
    },
    // A poster is upright: the large card would cut it to a strip.
    twitter: { card: "summary" },
  } as const satisfies Metadata;
}
