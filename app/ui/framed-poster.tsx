import styles from "./poster.module.css";
import { SizedImage } from "./sized-image";

export interface PosterProps {
  path: string | null;
  title: string;
  sizes: string;
  eager?: boolean;
  /** The page is about this film: its poster loads before other images. */
  first?: boolean;
  /** Empty beside the title, which says it already. */
  alt?: string;
}

/**
 * A film's poster, or its title on a plain card where TMDB has none or it does not load.
 *
 * @param baseUrl where TMDB's images are, for who can't read it from the settings: the browser
 */
export function FramedPoster({
  baseUrl,
  path,
  title,
  sizes,
  eager = false,
  first = false,
  alt = "",
}: PosterProps & { baseUrl: string }) {
  return (
    <div className={styles.poster} data-title={title}>
      {path === null ? null : (
        <SizedImage
          baseUrl={baseUrl}
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
