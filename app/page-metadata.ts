import type { Metadata } from "next";

import { excerpt } from "./excerpt";
import type { I18n } from "./i18n/i18n";
import { alternates } from "./site-address";

/** What search engines show of a description, and what fits where a link is shared. */
const DESCRIPTION_LENGTH = 200;

type Spoken = Pick<I18n, "t" | "language" | "tmdb" | "href">;

/** A page as others show it. */
interface Page {
  /** Of the page, without our name. */
  readonly title: string;
  readonly description: string;
  /** The page's path, with a query where it says what the page shows. */
  readonly address: string;
}

/** The language and its region as Open Graph writes them, for example de_DE (https://ogp.me). */
export const ogLocale = ({ tmdb }: Pick<I18n, "tmdb">): string => tmdb.replace("-", "_");

/** The metadata of a page that has one address: title, description, that address, and Open Graph (https://ogp.me). */
export function pageMetadata(i18n: Spoken, { title, description, address }: Page) {
  const { t, language, href } = i18n;
  return {
    title,
    description,
    alternates: alternates(language, address),
    openGraph: {
      title,
      siteName: t("site.name"),
      type: "website",
      locale: ogLocale(i18n),
      url: href(address),
    },
  } as const satisfies Metadata;
}

/** A page about one thing; its description may be empty, for our own. */
interface Subject extends Page {
  /** Its picture at TMDB; null where there is none. */
  readonly image: { readonly url: string; readonly alt: string } | null;
}

/**
 * The metadata of a page about one thing with its picture, to which the caller adds what the thing is. Next takes
 * Twitter's card from Open Graph.
 */
export function subjectMetadata(i18n: Spoken, { title, description, address, image }: Subject) {
  const page = pageMetadata(i18n, {
    title,
    description: excerpt(description, DESCRIPTION_LENGTH) || i18n.t("site.description"),
    address,
  });
  return {
    ...page,
    openGraph: { ...page.openGraph, images: image === null ? [] : [image] },
    // A poster is upright: the large card would cut it to a strip.
    twitter: { card: "summary" },
  } as const satisfies Metadata;
}
