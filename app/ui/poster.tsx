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

/** A film's poster, or its title on a plain card where TMDB has none or it does not load. */
export function Poster({ path, title, sizes, eager = false, alt = "" }: Props) {
  return (
    <div className={styles.poster} data-title={title} dir="auto">
      {path === null ? null : (
        <TmdbImage kind="poster" path={path} sizes={sizes} alt={alt} eager={eager} className={styles.image} />
      )}
    </div>
  );
}
