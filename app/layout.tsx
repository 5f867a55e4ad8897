import InitColorSchemeScript from "@mui/material/InitColorSchemeScript";
import { AppRouterCacheProvider } from "@mui/material-nextjs/v16-appRouter";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import "./globals.css";
import { getI18n } from "./i18n/i18n";
import { getNonce } from "./nonce";
import { ogLocale } from "./page-metadata";
import { siteAddress } from "./site-address";
import { BrokenImages } from "./ui/broken-images";
import { COLOURS } from "./ui/colours";
import { InitContrastScript } from "./ui/contrast";
import { FocusOnArrival } from "./ui/focus-on-arrival";
import { SearchSkeleton } from "./ui/search-skeleton";
import { OfflineSupport } from "./ui/offline/offline-support";
import { SampleNotice } from "./ui/sample-notice";
import { SiteFooter } from "./ui/site-footer";
import { SiteHeader } from "./ui/site-header";
import { ThemeRoot } from "./ui/theme-root";
import { WatchlistNotice } from "./ui/watchlist/watchlist-notice";

// A page made at build time would be kept by a CDN for a year, and could not know the environment.
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const i18n = await getI18n();
  const { t } = i18n;
  return {
    metadataBase: new URL(await siteAddress()),
    title: { default: t("site.name"), template: `%s · ${t("site.name")}` },
    description: t("site.description"),
    openGraph: { siteName: t("site.name"), type: "website", locale: ogLocale(i18n) },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: COLOURS.light.background.default },
    { media: "(prefers-color-scheme: dark)", color: COLOURS.dark.background.default },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, direction, t, href } = await getI18n();
  const nonce = await getNonce();
  return (
    // The script sets the class of the theme before React sees the element.
    <html lang={language} dir={direction} suppressHydrationWarning>
      <body>
        <InitContrastScript nonce={nonce} />
        <InitColorSchemeScript attribute="class" defaultMode="system" nonce={nonce} />
        <AppRouterCacheProvider options={{ enableCssLayer: true, nonce }}>
          <ThemeRoot>
            <SiteHeader />
            <SampleNotice />
            <main id="content" tabIndex={-1}>
              <SearchSkeleton />
              {children}
            </main>
            <SiteFooter />
            <FocusOnArrival />
            <BrokenImages />
            <OfflineSupport pages={[href("/watchlist"), href("/offline")]} />
            <WatchlistNotice
              words={{
                forbidden: t("watchlist.forbidden"),
                full: t("watchlist.full"),
                unreachable: t("watchlist.unreachable"),
                close: t("watchlist.close"),
              }}
            />
          </ThemeRoot>
        </AppRouterCacheProvider>
      </body>
    </html>
  );
}
