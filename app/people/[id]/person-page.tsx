import { useI18n } from "@/app/i18n/i18n";
import { MovieList } from "@/app/ui/movie-list";
import { OutsideLinks } from "@/app/ui/outside-links";
import { Portrait } from "@/app/ui/portrait";
import { Section } from "@/app/ui/section";
import { SourceNotice } from "@/app/ui/source-notice";
import { MOST_CREDITS, type Answer, type Person } from "@/lib/movies";

import { bestKnown } from "./best-known";
import { FilmsOfLife } from "./films-of-life";
import { Life } from "./life";
import { paragraphs } from "./paragraphs";
import { imdbName, tmdbPerson } from "./person-addresses";
import styles from "./person-page.module.css";

/** Somebody who makes films: their life and their films. */
export function PersonPage({ answer: { value: person, cache } }: { answer: Answer<Person> }) {
  const { t } = useI18n();
  const { id, name, biography, profilePath, homepage, imdbId, credits } = person;
  const best = bestKnown(credits);
  // Where there are as many as are kept, there may be more.
  const isWhole = credits.length < MOST_CREDITS;
  const today = new Date(cache.answeredAt).toISOString().slice(0, "YYYY-MM-DD".length);
  return (
    <>
      <div className={styles.hero}>
        <div className={styles.portrait}>
          <Portrait
            path={profilePath}
            name={name}
            sizes="(min-width: 720px) 240px, 40vw"
            alt={t("person.portraitOf", { name })}
            first
          />
        </div>
        <div className={styles.summary}>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <Life person={person} today={today} />
        </div>
      </div>
      <SourceNotice cache={cache} />
      <Section title={t("person.biography")}>
        <div className={styles.biography}>
          {biography === "" ? <p>{t("person.noBiography")}</p> : null}
          {paragraphs(biography).map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
      </Section>
      {best.length === 0 ? null : (
        <Section title={t("person.bestKnown")}>
          <div className={styles.best}>
            {/* Cards show no overview, and a person's films come without. */}
            <MovieList movies={best.map((film) => ({ ...film, overview: "" }))} />
          </div>
        </Section>
      )}
      <Section title={isWhole ? t("person.films") : t("search.films")}>
        <FilmsOfLife credits={credits} />
        {isWhole ? null : (
          <p>
            <a href={tmdbPerson(id)} rel="noreferrer nofollow">
              {t("person.filmsOnTmdb")}
            </a>
          </p>
        )}
      </Section>
      <Section title={t("person.links")}>
        <OutsideLinks
          links={{
            [t("film.homepage")]: homepage,
            IMDb: imdbId === null ? null : imdbName(imdbId),
            TMDB: tmdbPerson(id),
          }}
        />
      </Section>
    </>
  );
}
