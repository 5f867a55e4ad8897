import { initials } from "./initials";
import styles from "./portrait.module.css";
import { TmdbImage } from "./tmdb-image";

interface Props {
  path: string | null;
  name: string;
  sizes: string;
  /** The page is about this person: their portrait loads before other images. */
  first?: boolean;
  /** Empty beside the name, which says it already. */
  alt?: string;
}

/** Somebody's portrait, or their initials where TMDB has none or it does not load. */
export function Portrait({ path, name, sizes, first = false, alt = "" }: Props) {
  return (
    <div className={styles.portrait} data-initials={initials(name)}>
      {path === null ? null : (
        <TmdbImage
          kind="profile"
          path={path}
          sizes={sizes}
          alt={alt}
          first={first}
          className={styles.image}
        />
      )}
    </div>
  );
}
