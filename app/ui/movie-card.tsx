import { useI18n } from "@/app/i18n/i18n";
import type { Movie } from "@/lib/movies";

import { MovieCardFrame } from "./movie-card-frame";
import { Poster } from "./poster";
import { Rating } from "./rating";
import { WatchlistButton } from "./watchlist/watchlist-button";

interface Props {
  movie: Movie;
  /** How wide its poster is shown, as in the sizes attribute. */
  sizes: string;
  eager: boolean;
}

/** One film of a list. */
export function MovieCard({ movie, sizes, eager }: Props) {
  const { t, href } = useI18n();
  const { id, title, year, posterPath, voteAverage, voteCount } = movie;
  return (
    <MovieCardFrame
      title={title}
      href={href(`/movies/${id}`)}
      poster={<Poster path={posterPath} title={title} sizes={sizes} eager={eager} />}
      facts={
        <>
          <span>{year ?? t("film.yearUnknown")}</span>
          <Rating voteAverage={voteAverage} voteCount={voteCount} />
        </>
      }
      button={<WatchlistButton film={movie} />}
    />
  );
}
