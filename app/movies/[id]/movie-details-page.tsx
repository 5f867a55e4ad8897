import { Poster } from "@/app/ui/poster";
import { Rating } from "@/app/ui/rating";
import { MovieList } from "@/app/ui/movie-list";
import { Section } from "@/app/ui/section";
import { SourceNotice } from "@/app/ui/source-notice";
import { TmdbImage } from "@/app/ui/tmdb-image";
import { WatchlistButton } from "@/app/ui/watchlist/watchlist-button";
import type { Answer, MovieDetails } from "@/lib/movies";

import { Cast } from "./cast";
import { Facts } from "./facts";
import styles from "./movie-details-page.module.css";
import { TrailerPlayer } from "./trailer-player";

/** One film: what it is, who made it, its trailer and what to see next. */
export function MovieDetailsPage({ answer }: { answer: Answer<MovieDetails> }) {
  const film = answer.value;
  const { title, originalTitle, year, tagline, overview, posterPath, backdropPath, genres, runtime } = film;
  const trailer = film.trailers[0];
  return (
    <>
      <div className={styles.hero}>
        {backdropPath === null ? null : (
          <TmdbImage
            kind="backdrop"
            path={backdropPath}
            sizes="100vw"
            alt=""
            eager
            className={styles.backdrop}
          />
        )}
        <div className={styles.poster}>
          <Poster
            path={posterPath}
            title={title}
            sizes="(min-width: 720px) 280px, 40vw"
            alt={`Poster of ${title}`}
            eager
          />
        </div>
        <div className={styles.summary}>
          <h1 dir="auto">
            {title} {year === null ? null : <span className={styles.year}>({year})</span>}
          </h1>
          {originalTitle === title ? null : (
            <p className={styles.original} dir="auto">
              {originalTitle}
            </p>
          )}
          <ul className={styles.chips}>
            {film.certification === null ? null : (
              <li className={styles.certificate}>{film.certification}</li>
            )}
            {runtime === null ? null : <li>{hoursAndMinutes(runtime)}</li>}
            {genres.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
            {film.voteCount === 0 ? null : (
              <li>
                <Rating voteAverage={film.voteAverage} voteCount={film.voteCount} />
                <span className={styles.votes}> {film.voteCount.toLocaleString("en")} votes</span>
              </li>
            )}
          </ul>
          {tagline === null ? null : (
            <p className={styles.tagline} dir="auto">
              {tagline}
            </p>
          )}
          <p className={styles.overview} dir="auto">
            {overview === "" ? "TMDB has no description of this film yet." : overview}
          </p>
          <WatchlistButton film={film} withText />
          {trailer === undefined ? null : <TrailerPlayer trailer={trailer} title={title} />}
        </div>
      </div>
      <SourceNotice cache={answer.cache} />
      <Section title="Facts">
        <Facts film={film} />
      </Section>
      <Section title="Cast">
        <Cast cast={film.cast} />
      </Section>
      <Section title="Recommendations">
        {film.recommendations.length === 0 ? (
          <p>TMDB recommends nothing after this film yet.</p>
        ) : (
          <MovieList movies={film.recommendations} />
        )}
      </Section>
    </>
  );
}

/** A running time in minutes as people say it, for example "2 h 16 min". */
function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = `${minutes % 60} min`;
  return hours === 0 ? rest : `${hours} h ${rest}`;
}
