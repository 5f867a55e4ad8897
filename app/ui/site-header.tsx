import Link from "next/link";

import { useI18n } from "@/app/i18n/i18n";
import { MAX_QUERY_LENGTH } from "@/lib/movies/search-request";

import { PendingMark } from "./pending-mark";
import { SearchField } from "./search/search-field";
import styles from "./site-header.module.css";
import { ThemeMenu } from "./theme-menu";

/** The top of every page. */
export function SiteHeader() {
  const { t, href, language } = useI18n();
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        {t("site.skip")}
      </a>
      <div className={styles.inner}>
        <Link className={styles.brand} href={href("/")} prefetch={false}>
          <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="var(--mui-palette-primary-main)" />
            <path d="M12 8.5v15l12-7.5z" fill="var(--mui-palette-primary-contrastText)" />
            <path
              d="M6 8h2v3H6zm0 6.5h2v3H6zM6 21h2v3H6z"
              fill="var(--mui-palette-primary-contrastText)"
              opacity=".75"
            />
          </svg>
          <span>{t("site.name")}</span>
          <PendingMark />
        </Link>
        <div className={styles.search}>
          <SearchField
            language={language}
            maxLength={MAX_QUERY_LENGTH}
            words={{
              label: t("search.label"),
              placeholder: t("search.placeholder"),
              submit: t("search.submit"),
              suggestions: t("search.suggestions"),
              suggested: t("search.suggested", { count: "{count}" }),
              noSuggestions: t("search.noSuggestions"),
              recent: t("search.recent"),
              clearRecent: t("search.clearRecent"),
            }}
          />
        </div>
        <nav className={styles.nav} aria-label={t("site.mainNav")}>
          <Link href={href("/discover")} prefetch={false}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor">
              <path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm4.5 3.5-6.4 2.6-2.6 6.4 6.4-2.6Z" />
            </svg>
            <span className={styles.word}>{t("site.discover")}</span>
            <PendingMark />
          </Link>
          <Link href={href("/watchlist")} prefetch={false}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor">
              <path d="M6 2h12a1 1 0 0 1 1 1v19l-7-4.5L5 22V3a1 1 0 0 1 1-1Zm1 2v14.3l5-3.2 5 3.2V4Z" />
            </svg>
            <span className={styles.word}>{t("site.watchlist")}</span>
            <PendingMark />
          </Link>
        </nav>
        <ThemeMenu
          label={t("theme.label")}
          names={{
            system: t("theme.system"),
            light: t("theme.light"),
            dark: t("theme.dark"),
            contrast: t("theme.contrast"),
          }}
        />
      </div>
    </header>
  );
}
