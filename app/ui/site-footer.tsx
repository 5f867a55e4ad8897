import { useI18n } from "@/app/i18n/i18n";

import { LanguageMenu } from "./language-menu";
import styles from "./site-footer.module.css";
import { TextLink } from "./text-link";

/** The bottom of every page: the notice and the logo that TMDB's terms ask for, smaller than our own name. */
export function SiteFooter() {
  const { t, href, language } = useI18n();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <a href="https://www.themoviedb.org/" className={styles.logo}>
          <img src="/tmdb.svg" alt={t("site.tmdbLogo")} width="26" height="26" loading="lazy" />
        </a>
        <p lang="en" dir="ltr">
          {t("site.tmdbNotice")}
        </p>
        <nav aria-label={t("site.footerNav")}>
          <TextLink href={href("/about")}>{t("site.about")}</TextLink>
          <a href="/api/openapi.json">{t("site.api")}</a>
        </nav>
        <LanguageMenu label={t("site.language")} current={language} />
      </div>
    </footer>
  );
}
