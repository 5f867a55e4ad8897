import Link from "next/link";

import { useI18n } from "@/app/i18n/i18n";
import { Portrait } from "@/app/ui/portrait";
import type { CastMember } from "@/lib/movies";

import styles from "./cast.module.css";

/** Who plays whom, in TMDB's order. */
export function Cast({ cast }: { cast: readonly CastMember[] }) {
  const { t, href } = useI18n();
  if (cast.length === 0) return <p>{t("film.noCast")}</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none.
    <ul className={styles.cast} role="list">
      {cast.map(({ id, name, character, profilePath }) => (
        <li key={`${id} ${character}`}>
          <Portrait path={profilePath} name={name} sizes="120px" />
          <Link href={href(`/people/${id}`)} prefetch={false} className={styles.name}>
            <bdi>{name}</bdi>
          </Link>
          {character === null ? null : (
            <span className={styles.character}>
              <bdi>{character}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
