import Link from "next/link";

import { useI18n, type I18n } from "@/app/i18n/i18n";
import { jobWord } from "@/app/i18n/tmdb-words";
import { PendingMark } from "@/app/ui/pending-mark";
import type { PersonCredit } from "@/lib/movies";

import { creditsByYear } from "./credits-by-year";
import styles from "./films-of-life.module.css";

/** Whom they played and what else they did in a film; two jobs of TMDB may have one word. */
function roles({ character, jobs }: PersonCredit, i18n: I18n): string {
  const words = [...(character === null ? [] : [character]), ...jobs.map((job) => jobWord(job, i18n))];
  return i18n.format.list(new Set(words), { type: "unit", style: "short" });
}

/** Every film of somebody's life with what they did in it, by year. */
export function FilmsOfLife({ credits }: { credits: readonly PersonCredit[] }) {
  const i18n = useI18n();
  const { t, href } = i18n;
  if (credits.length === 0) return <p>{t("person.noFilms")}</p>;
  return creditsByYear(credits).map(({ year, credits: ofYear }) => (
    <div key={year} className={styles.year}>
      <h3>{year ?? t("person.undated")}</h3>
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none. */}
      <ul role="list">
        {ofYear.map((credit) => (
          <li key={credit.id}>
            <Link href={href(`/movies/${credit.id}`)} prefetch={false}>
              <bdi>{credit.title}</bdi>
              <PendingMark />
            </Link>{" "}
            <bdi>{roles(credit, i18n)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  ));
}
