import InitColorSchemeScript from "@mui/material/InitColorSchemeScript";
import { AppRouterCacheProvider } from "@mui/material-nextjs/v16-appRouter";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import "./globals.css";
import { BrokenImages } from "./ui/broken-images";
import { SampleNotice } from "./ui/sample-notice";
import { SiteFooter } from "./ui/site-footer";
import { SiteHeader } from "./ui/site-header";
import { ThemeRoot } from "./ui/theme-root";

// A page made at build time would be kept by a CDN for a year, and could not know the environment.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Movies viewer", template: "%s · Movies viewer" },
  description: "Search and browse films from The Movie Database (TMDB).",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f4ee" },
    { media: "(prefers-color-scheme: dark)", color: "#111216" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script sets the class of the theme before React sees the element.
    <html lang="en" suppressHydrationWarning>
      <body>
        <InitColorSchemeScript attribute="class" defaultMode="system" />
        <AppRouterCacheProvider options={{ enableCssLayer: true }}>
          <ThemeRoot>
            <SiteHeader />
            <SampleNotice />
            <main id="content" tabIndex={-1}>
              {children}
            </main>
            <SiteFooter />
            <BrokenImages />
          </ThemeRoot>
        </AppRouterCacheProvider>
      </body>
    </html>
  );
}
