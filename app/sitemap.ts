import type { MetadataRoute } from "next";
import { after } from "next/server";

import { catalogue, settle } from "@/lib/movies";
import { logFailure } from "@/lib/movies/log";
import { parseListRequest } from "@/lib/movies/search-request";

import { addressIn } from "./i18n/address";
import { DEFAULT_LANGUAGE, LANGUAGE_CODES } from "./i18n/languages";
import { alternates, siteAddress } from "./site-address";

const PAGES = [
  "/",
  "/discover",
  "/about",
  "/lists/trending",
  "/lists/now-playing",
  "/lists/popular",
  "/lists/upcoming",
];

/** The pages of the films that most people look for, from two counted answers; none while TMDB can't be asked. */
async function filmPages(): Promise<readonly string[]> {
  try {
    const request = parseListRequest("");
    const lists = await Promise.all([
      catalogue().trendingMovies(request),
      catalogue().popularMovies(request),
    ]);
    const ids = lists.flatMap(({ value }) => value.results.map(({ id }) => id));
    return [...new Set(ids)].map((id) => `/movies/${id}`);
  } catch (error) {
    logFailure("sitemap-without-films", error);
    return [];
  }
}

/**
 * The pages that search engines may look at, each in every language (https://www.sitemaps.org/protocol.html).
 * Each of these names all of them, itself too (https://support.google.com/webmasters/answer/2620865).
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = await siteAddress();
  // The proxy settles as well, but before this has asked.
  after(settle);
  return [...PAGES, ...(await filmPages())].flatMap((page) => {
    const { languages } = alternates(DEFAULT_LANGUAGE, page);
    const absolute = Object.entries(languages).map(([code, address]) => [code, `${site}${address}`]);
    const inEveryLanguage = { languages: Object.fromEntries(absolute) as Record<string, string> };
    return LANGUAGE_CODES.map((code) => ({
      url: `${site}${addressIn(code, page)}`,
      alternates: inEveryLanguage,
    }));
  });
}
