import { codeNames } from "@/app/i18n/code-names";
import { useI18n } from "@/app/i18n/i18n";
import { Poster } from "@/app/ui/poster";
import { Rating } from "@/app/ui/rating";
import { TmdbImage } from "@/app/ui/tmdb-image";
import { WatchlistButton } from "@/app/ui/watchlist/watchlist-button";
import type { MovieDetails } from "@/lib/movies";

import { chooseTrailer } from "./choose-trailer";
import styles from "./hero.module.css";
import { runtimeWords } from "./runtime";
import { ShareButton } from "./share-button";
import { TrailerPlayer } from "./trailer-player";

/** What is said of a film in a word or two each. */
function Chips({ film }: { film: MovieDetails }) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const { certification, region, runtime, genres, voteAverage, voteCount } = film;
  if (certification === null && runtime === null && genres.length === 0 && voteCount === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none.
    <ul className={styles.chips} role="list">
      {certification === null ? null : (
        <li className={styles.certificate}>
          <span className="visually-hidden">
            {t("film.certificate", { region: codeNames(language, "region")(region.code) })}{" "}
          </span>
          {certification}
        </li>
      )}
      {runtime === null ? null : <li>{runtimeWords(runtime, i18n)}</li>}
      {genres.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
      {voteCount === 0 ? null : (
        <li>
          <Rating voteAverage={voteAverage} voteCount={voteCount} />
          <span className={styles.votes}>{t("film.votes", { count: voteCount })}</span>
        </li>
      )}
    </ul>
  );
}

/** What can be done with a film: see its trailer, keep it, and tell others of it. */
function Actions({ film }: { film: MovieDetails }) {
  const { t, language, href } = useI18n();
  const { id, title, trailers } = film;
  const trailer = chooseTrailer(trailers, language);
  return (
    <div className={styles.actions}>
      {trailer === null ? null : (
        <TrailerPlayer
          trailer={{ site: trailer.site, key: trailer.key }}
          words={{ play: t("film.playTrailer"), player: t("film.trailerOf", { title }) }}
        />
      )}
      <WatchlistButton film={film} withText />
      <ShareButton
        title={title}
        address={href(`/movies/${id}`)}
        words={{ share: t("film.share"), copied: t("film.shareCopied"), failed: t("film.shareFailed") }}
      />
    </div>
  );
}

/** The top of a film's page: its pictures, its title and what it is about. */
export function Hero({ film }: { film: MovieDetails }) {
  const { t } = useI18n();
  const { title, originalTitle, year, tagline, overview, posterPath, backdropPath } = film;
  return (
    <div className={styles.hero}>
      <div className={styles.backdrop}>
        {backdropPath === null ? null : (
          <TmdbImage kind="backdrop" path={backdropPath} sizes="100vw" alt="" eager />
        )}
      </div>
      <div className={styles.poster}>
        <Poster
          path={posterPath}
          title={title}
          sizes="(min-width: 720px) 280px, 40vw"
          alt={t("film.posterOf", { title })}
          first
        />
      </div>
      <div className={styles.summary}>
        {/* Text in another direction than the page's still begins where the page's does. */}
        <h1>
          <bdi>{title}</bdi> {year === null ? null : <span className={styles.year}>({year})</span>}
        </h1>
        {originalTitle === title ? null : (
          <p className={styles.original}>
            <bdi>{originalTitle}</bdi>
          </p>
        )}
        <Chips film={film} />
        {tagline === null ? null : (
          <p className={styles.tagline}>
            <bdi>{tagline}</bdi>
          </p>
        )}
        <p className={styles.overview}>{overview === "" ? t("film.noOverview") : <bdi>{overview}</bdi>}</p>
        <Actions film={film} />
      </div>
    </div>
  );
}
