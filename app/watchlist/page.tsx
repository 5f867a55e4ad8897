import type { Metadata } from "next";

import { getI18n } from "@/app/i18n/i18n";
import { settings } from "@/lib/settings";

import { KeptFilms } from "./kept-films";
import styles from "./page.module.css";

export async function generateMetadata(): Promise<Metadata> {
  // Every browser has another one.
  return { title: (await getI18n()).t("site.watchlist"), robots: { index: false } };
}

export default async function WatchlistPage() {
  const { t, language } = await getI18n();
  return (
    <>
      <h1 className={styles.title}>{t("site.watchlist")}</h1>
      <p>{t("watchlist.intro")}</p>
      <p className={styles.needsScript}>{t("watchlist.needsScript")}</p>
      <KeptFilms
        language={language}
        imageUrl={settings().tmdbImageUrl}
        words={{
          toggle: t("watchlist.toggle", { title: "{title}" }),
          yearUnknown: t("film.yearUnknown"),
          rated: t("film.rated", { value: "{value}" }),
          films: t("search.films"),
          count: t("watchlist.count", { count: "{count}" }),
          emptyTitle: t("watchlist.emptyTitle"),
          empty: t("watchlist.empty"),
          unreadableTitle: t("watchlist.unreadableTitle"),
          unreadable: t("watchlist.unreadable"),
          export: t("watchlist.export"),
          import: t("watchlist.import"),
          added: t("watchlist.added", { count: "{count}" }),
          notAWatchlist: t("watchlist.notAWatchlist"),
        }}
      />
    </>
  );
}
