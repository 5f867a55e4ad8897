import styles from "./poster.module.css";
import { TmdbImage } from "./tmdb-image";

interface Props {
  path: string | null;
  title: string;
  sizes: string;
  eager?: boolean;
  /** The page is about this film: its poster loads before other images. */
  first?: boolean;
  /** Empty beside the title, which says it already. */
  alt?: string;
}

/** A film's poster, or its title on a plain card where TMDB has none or it does not load. */
export function Poster({ path, title, sizes, eager = false, first = false, alt = "" }: Props) {
  return (
    <div className={styles.poster} data-title={title} dir="auto">
      {path === null ? null : (
        <TmdbImage
          kind="poster"
          path={path}
          sizes={sizes}
          alt={alt}
          eager={eager}
          first={first}
          className={styles.image}
        />
      )}
    </div>
  );
}
