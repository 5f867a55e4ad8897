import Link from "next/link";

import { useI18n } from "@/app/i18n/i18n";
import { PendingMark } from "@/app/ui/pending-mark";
import { Portrait } from "@/app/ui/portrait";
import type { CastMember, MovieDetails } from "@/lib/movies";

import styles from "./cast.module.css";
import { tmdbCast } from "./film-addresses";

/** With a portrait each; every one of them weighs on the page. */
const SHOWN = 12;

/** Who plays whom, in TMDB's order, and where there are more, a way to all of them. */
export function Cast({ film: { id, cast } }: { film: Pick<MovieDetails, "id" | "cast"> }) {
  const { t } = useI18n();
  if (cast.length === 0) return <p>{t("film.noCast")}</p>;
  return (
    <>
      <Portraits cast={cast.slice(0, SHOWN)} />
      {cast.length <= SHOWN ? null : (
        <p>
          <a href={tmdbCast(id)} rel="noreferrer nofollow">
            {t("film.allCast")}
          </a>
        </p>
      )}
    </>
  );
}

function Portraits({ cast }: { cast: readonly CastMember[] }) {
  const { href } = useI18n();
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none.
    <ul className={styles.cast} role="list">
      {cast.map(({ id, name, character, profilePath }) => (
        <li key={`${id} ${character}`}>
          <Portrait path={profilePath} name={name} sizes="(min-width: 720px) 185px, 120px" />
          <Link href={href(`/people/${id}`)} prefetch={false} className={styles.name}>
            <bdi>{name}</bdi>
            <PendingMark />
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
