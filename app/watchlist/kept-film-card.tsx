"use client";

import { addressIn } from "@/app/i18n/address";
import type { Language } from "@/app/i18n/languages";
import { FramedPoster } from "@/app/ui/framed-poster";
import { MovieCardFrame } from "@/app/ui/movie-card-frame";
import { GRID_SIZES } from "@/app/ui/movie-grid";
import { RATING_FORMAT, RatingMark } from "@/app/ui/rating-mark";
import type { KeptFilm } from "@/app/ui/watchlist/film";
import { WatchlistToggle } from "@/app/ui/watchlist/watchlist-toggle";

interface Props {
  film: KeptFilm;
  language: Language;
  /** Where TMDB's images are. */
  imageUrl: string;
  words: Readonly<Record<"toggle" | "yearUnknown" | "rated", string>>;
}

/** A card of the watchlist. Its films are known to the browser alone, so unlike every other card it is made there. */
export function KeptFilmCard({ film, language, imageUrl, words }: Props) {
  const { id, title, year, posterPath, voteAverage } = film;
  const value = new Intl.NumberFormat(language, RATING_FORMAT).format(voteAverage);
  return (
    <MovieCardFrame
      title={title}
      href={addressIn(language, `/movies/${id}`)}
      poster={<FramedPoster baseUrl={imageUrl} path={posterPath} title={title} sizes={GRID_SIZES} />}
      facts={
        <>
          <span>{year ?? words.yearUnknown}</span>
          {voteAverage === 0 ? null : (
            <RatingMark value={value} words={words.rated.replace("{value}", value)} />
          )}
        </>
      }
      button={<WatchlistToggle film={film} name={words.toggle} />}
    />
  );
}
