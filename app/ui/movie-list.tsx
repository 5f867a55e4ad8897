import { MovieCard } from "./movie-card";
import { GRID_SIZES } from "./movie-grid";
import grid from "./movie-grid.module.css";
import type { Movie } from "@/lib/movies";

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
