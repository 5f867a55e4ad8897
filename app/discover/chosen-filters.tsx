import Link from "next/link";

import { useI18n } from "@/app/i18n/i18n";
import { PendingMark } from "@/app/ui/pending-mark";
import type { Genre } from "@/lib/movies";

import { chosenFilters } from "./chosen";
import styles from "./chosen-filters.module.css";
import type { Choices } from "./discover-address";

/** What is chosen, to be seen where the form is folded, and to be taken back one by one. */
export function ChosenFilters({ choices, genres }: { choices: Choices; genres: readonly Genre[] }) {
  const i18n = useI18n();
  const { t, href } = i18n;
  const chosen = chosenFilters(choices, genres, i18n);
  if (chosen.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none.
    <ul className={styles.chosen} role="list" aria-label={t("discover.chosen")}>
      {chosen.map(({ name, without }) => (
        <li key={without}>
          <Link href={href(without)} prefetch={false} aria-label={t("discover.remove", { filter: name })}>
            <bdi>{name}</bdi> <span aria-hidden="true">×</span>
            <PendingMark />
          </Link>
        </li>
      ))}
      <li>
        <Link href={href("/discover")} prefetch={false}>
          {t("discover.clear")}
          <PendingMark />
        </Link>
      </li>
    </ul>
  );
}
