import { TmdbImage } from "@/app/ui/tmdb-image";
import type { CastMember } from "@/lib/movies";

import styles from "./cast.module.css";

/** The first letters of a name, for who has no portrait. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("");
}

/** Who plays whom, in TMDB's order. */
export function Cast({ cast }: { cast: readonly CastMember[] }) {
  if (cast.length === 0) return <p>TMDB lists no cast for this film yet.</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none.
    <ul className={styles.cast} role="list">
      {cast.map(({ id, name, character, profilePath }) => (
        <li key={`${id} ${character}`}>
          {profilePath === null ? (
            <span className={styles.initials} aria-hidden="true">
              {initials(name)}
            </span>
          ) : (
            <TmdbImage kind="profile" path={profilePath} sizes="120px" alt="" className={styles.portrait} />
          )}
          <strong dir="auto">{name}</strong>
          {character === null ? null : (
            <span className={styles.character} dir="auto">
              {character}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
