import type { Movie } from "@/lib/movies";

import { MovieCard } from "./movie-card";
import styles from "./movie-row.module.css";

/** How wide a card of the row is (movie-row.module.css). */
const ROW_SIZES = "(min-width: 442px) 168px, 38vw";

interface Props {
  movies: readonly Movie[];
  /** The id of the heading that names the row. */
  labelledBy: string;
  /** How many posters load at once; the others when they come into view. */
  eager?: number;
}

/** Films in one row, which is scrolled sideways where they are more than fit. */
export function MovieRow({ movies, labelledBy, eager = 0 }: Props) {
  return (
    // Who has a keyboard and no mouse scrolls what has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.row} role="region" aria-labelledby={labelledBy} tabIndex={0}>
      {/* Safari takes a list without bullets for none, unless it is told. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list">
        {movies.map((movie, index) => (
          <li key={movie.id}>
            <MovieCard movie={movie} sizes={ROW_SIZES} eager={index < eager} />
          </li>
        ))}
      </ul>
    </div>
  );
}
