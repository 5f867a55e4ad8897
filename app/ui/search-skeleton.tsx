import styles from "./search-skeleton.module.css";

/**
 * Stands where a page says what was found, while the answer to a search of the header is late: it is there already, and
 * comes into sight by style sheet alone. The page below it stays where it was, to be read and used.
 */
export function SearchSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <span className={styles.heading} />
      <span className={styles.found} />
      <span className={styles.source} />
    </div>
  );
}
