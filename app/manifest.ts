import type { MetadataRoute } from "next";
import { headers } from "next/headers";

import { i18nOf } from "./i18n/i18n";
import { negotiateLanguage } from "./i18n/negotiate";
import { COLOURS } from "./ui/colours";

/**
 * How the site is installed as an app. Browsers ask for it without cookies, so its language is the one that they
 * prefer; the app itself starts where every visit does, in the language used last.
 */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const language = negotiateLanguage((await headers()).get("accept-language"));
  const { t, href, direction } = i18nOf(language);
  return {
    id: "/",
    name: t("site.name"),
    // Launchers cut names that are longer than 12 characters.
    short_name: t("site.shortName"),
    description: t("site.description"),
    lang: language,
    dir: direction,
    start_url: "/",
    scope: "/",
    display: "standalone",
    // Those of the icon and of the light theme.
    theme_color: COLOURS.light.primary.main,
    background_color: COLOURS.light.background.default,
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: t("site.watchlist"), url: href("/watchlist") },
      { name: t("site.discover"), url: href("/discover") },
    ],
  };
}
