import { MovieCard } from "./movie-card";
import grid from "./movie-grid.module.css";
import type { Movie } from "@/lib/movies";

/** How wide a card of the grid is (movie-grid.module.css). */
export const GRID_SIZES = "(min-width: 900px) 200px, 45vw";

interface Props {
  movies: readonly Movie[];
  /** How many posters load at once; the others when they come into view. */
  eager?: number;
}

/** Films as a grid of cards. */
export function MovieList({ movies, eager = 0 }: Props) {
  return (
    // Safari takes a list without bullets for none, unless it is told.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul className={grid.grid} role="list">
      {movies.map((movie, index) => (
        <li key={movie.id}>
          <MovieCard movie={movie} sizes={GRID_SIZES} eager={index < eager} />
        </li>
      ))}
    </ul>
  );
}
