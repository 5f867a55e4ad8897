import grid from "./movie-grid.module.css";
import styles from "./movie-list-skeleton.module.css";

const CARDS = 12;

/**
 * What stands in for the answer while a search of the header is on its way: it is on the page already, and comes into
 * sight by style sheet alone, so that it is there in the moment the search is sent.
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
