import Link from "next/link";
import { useId, type ReactNode } from "react";

import type { Genre } from "@/lib/movies";

import { discoverAddress } from "./discover/discover-address";
import type { LandingView } from "./home-view";
import { useI18n } from "./i18n/i18n";
import styles from "./landing.module.css";
import { listAddress } from "./lists/list-request";
import { listTitle } from "./lists/list-title";
import type { ListName } from "./lists/lists";
import type { Part } from "./part";
import { Message } from "./ui/message";
import { MovieRow } from "./ui/movie-row";
import { PartProblem } from "./ui/part-problem";
import { PendingMark } from "./ui/pending-mark";
import { SourceNotice } from "./ui/source-notice";

/** A few more than are seen at once; every card weighs on the start page, and all are on the page of the list. */
const FILMS_OF_A_ROW = 8;
/** As many as stand beside each other on a wide screen. */
const SEEN_AT_ONCE = 6;

/** What there is to see while nothing has been asked. */
export function Landing({ view }: { view: LandingView }) {
  return (
    <>
      <ListRow name="trending" view={view} />
      <Genres genres={view.genres} />
      <ListRow name="now-playing" view={view} />
      <ListRow name="popular" view={view} />
      <ListRow name="upcoming" view={view} />
    </>
  );
}

function Row({ id, title, all, children }: { id: string; title: string; all: string; children: ReactNode }) {
  const { t, href } = useI18n();
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Link href={href(all)} prefetch={false} aria-label={t("lists.allOf", { list: title })}>
          {t("lists.all")}
          <PendingMark />
        </Link>
      </div>
      {children}
    </section>
  );
}

function ListRow({ name, view }: { name: ListName; view: LandingView }) {
  const id = useId();
  const i18n = useI18n();
  const { t, href } = i18n;
  const list = view.lists[name];
  const isFirst = name === "trending";
  return (
    <Row id={id} title={listTitle(name, view.region, i18n)} all={listAddress(name, null)}>
      {list.problem ? (
        <PartProblem problem={list.problem} retry={href("/")} />
      ) : (
        <>
          <SourceNotice cache={list.found.cache} quiet />
          {list.found.value.results.length === 0 ? (
            <Message title={t("lists.noneTitle")}>
              <p>{t("lists.none")}</p>
            </Message>
          ) : (
            <MovieRow
              movies={list.found.value.results.slice(0, FILMS_OF_A_ROW)}
              labelledBy={id}
              eager={isFirst ? SEEN_AT_ONCE : 0}
            />
          )}
        </>
      )}
    </Row>
  );
}

function Genres({ genres }: { genres: Part<readonly Genre[]> }) {
  const id = useId();
  const { t, href } = useI18n();
  return (
    <Row id={id} title={t("lists.genres")} all="/discover">
      {genres.problem ? (
        <PartProblem problem={genres.problem} retry={href("/")} />
      ) : (
        // Safari takes a list without bullets for none, unless it is told.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles
        <ul className={styles.genres} role="list" aria-labelledby={id}>
          {genres.found.map((genre) => (
            <li key={genre.id}>
              <Link href={href(discoverAddress({ genres: [String(genre.id)] }))} prefetch={false}>
                {genre.name}
                <PendingMark />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}
