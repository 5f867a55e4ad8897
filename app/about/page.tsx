import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { getI18n } from "@/app/i18n/i18n";
import { pageMetadata } from "@/app/page-metadata";
import { Section } from "@/app/ui/section";

import styles from "./about.module.css";
import { Dependencies } from "./dependencies";
import { Example } from "./example";
import { SlashKeyChoice } from "./slash-key-choice";
import { TryApi } from "./try-api";
import { loadAbout } from "./view";
import { windowWords } from "./window-words";

export async function generateMetadata(): Promise<Metadata> {
  const i18n = await getI18n();
  const { t } = i18n;
  return pageMetadata(i18n, {
    title: t("about.title"),
    description: t("about.description"),
    address: "/about",
  });
}

export default async function AboutPage() {
  const view = await currentView(loadAbout, [], "");
  const { searchWindow } = view;
  const i18n = await getI18n();
  const { t } = i18n;
  return (
    <div className={styles.about}>
      <h1>{t("about.title")}</h1>
      <p>{t("about.what")}</p>
      <Section title={t("about.cache")}>
        {searchWindow.problem ? null : (
          <p>{t("about.howItWorks", { window: windowWords(searchWindow.found, i18n) })}</p>
        )}
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
      <div className={styles.needsScript}>
        <Section title={t("about.keyboard")}>
          <p>{t("about.slashKey")}</p>
          <SlashKeyChoice label={t("about.useSlashKey")} />
        </Section>
      </div>
      <Section title={t("about.privacy")}>
        <p>{t("about.privacyWords")}</p>
      </Section>
    </div>
  );
}
