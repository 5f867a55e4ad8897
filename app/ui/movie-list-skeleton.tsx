import grid from "./movie-grid.module.css";
import styles from "./movie-list-skeleton.module.css";

/** As many as stand beside each other on a wide screen. */
const CARDS = 6;

/**
 * What lies over the page while the answer to a search of the header is late: it is there already, and comes into
 * sight by style sheet alone. The page below shines through and stays where it was, to be read and used.
 */
export function MovieListSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <div className={grid.grid}>
        {Array.from({ length: CARDS }, (_, place) => (
          <span key={place} />
        ))}
      </div>
    </div>
  );
}
