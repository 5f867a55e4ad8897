"use client";

import { addressIn } from "@/app/i18n/address";
import type { Language } from "@/app/i18n/languages";
import { MovieCardFrame } from "@/app/ui/movie-card-frame";
import posters from "@/app/ui/poster.module.css";
import type { KeptFilm } from "@/app/ui/watchlist/film";
import { WatchlistToggle } from "@/app/ui/watchlist/watchlist-toggle";
import { imageSource } from "@/lib/movies/images";

import styles from "./kept-film-card.module.css";

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
  const rating = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const value = rating.format(voteAverage);
  return (
    <MovieCardFrame
      title={title}
      href={addressIn(language, `/movies/${id}`)}
      poster={
        <div className={posters.poster} data-title={title} dir="auto">
          {posterPath === null ? null : (
            <img
              {...imageSource(imageUrl, "poster", posterPath)}
              sizes="(min-width: 900px) 200px, 45vw"
              alt=""
              width={342}
              height={513}
              loading="lazy"
              decoding="async"
              className={posters.image}
            />
          )}
        </div>
      }
      facts={
        <>
          <span>{year ?? words.yearUnknown}</span>
          {voteAverage === 0 ? null : (
            <span>
              <span className={styles.rating} aria-hidden="true">
                {value}
              </span>
              <span className="visually-hidden">{words.rated.replace("{value}", value)}</span>
            </span>
          )}
        </>
      }
      button={<WatchlistToggle film={film} name={words.toggle} />}
    />
  );
}
