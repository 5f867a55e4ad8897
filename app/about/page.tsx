import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { getI18n } from "@/app/i18n/i18n";
import { alternates } from "@/app/site-address";
import { Section } from "@/app/ui/section";

import styles from "./about.module.css";
import { Dependencies } from "./dependencies";
import { Example } from "./example";
import { TryApi } from "./try-api";
import { loadAbout } from "./view";

export async function generateMetadata(): Promise<Metadata> {
  const { t, language } = await getI18n();
  return {
    title: t("about.title"),
    description: t("about.description"),
    alternates: alternates(language, "/about"),
  };
}

export default async function AboutPage() {
  const view = await currentView(loadAbout, [], "");
  const { t } = await getI18n();
  return (
    <div className={styles.about}>
      <h1>{t("about.title")}</h1>
      <p>{t("about.what")}</p>
      <Section title={t("about.cache")}>
        <p>{t("about.howItWorks")}</p>
        <Example example={view.example} />
      </Section>
      <Section title={t("about.depends")}>
        <Dependencies view={view} />
      </Section>
      <Section title={t("about.api")}>
        <p>
          {t.rich("about.apiWords", {
            openapi: (words) => <a href="/api/openapi.json">{words}</a>,
            path: (words) => <code dir="ltr">{words}</code>,
          })}
        </p>
        <TryApi />
      </Section>
      <Section title={t("about.sources")}>
        <p className={styles.credit}>
          <img src="/tmdb.svg" alt={t("site.tmdbLogo")} width="26" height="26" />
          <span lang="en" dir="ltr">
            {t("site.tmdbNotice")}
          </span>
        </p>
        <p>
          {t.rich("about.justWatch", {
            link: (words) => (
              <a href="https://www.justwatch.com/" rel="noreferrer">
                {words}
              </a>
            ),
          })}
        </p>
      </Section>
      <Section title={t("about.privacy")}>
        <p>{t("about.privacyWords")}</p>
      </Section>
    </div>
  );
}
