import styles from "./poster.module.css";
import { TmdbImage } from "./tmdb-image";

interface Props {
  path: string | null;
  title: string;
  sizes: string;
  eager?: boolean;
  /** Empty beside the title, which says it already. */
  alt?: string;
}

/** A film's poster, or its title on a plain card where TMDB has none. */
export function Poster({ path, title, sizes, eager = false, alt = "" }: Props) {
  return (
    <div className={styles.poster}>
      {path === null ? (
        <span className={styles.missing} aria-hidden="true">
          {title}
        </span>
      ) : (
        <TmdbImage kind="poster" path={path} sizes={sizes} alt={alt} eager={eager} className={styles.image} />
      )}
    </div>
  );
}
