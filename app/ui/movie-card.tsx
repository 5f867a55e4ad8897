import Link from "next/link";
import { useId } from "react";

import { useI18n } from "@/app/i18n/i18n";
import type { Movie } from "@/lib/movies";

import styles from "./movie-card.module.css";
import { PendingMark } from "./pending-mark";
import { Poster } from "./poster";
import { Rating } from "./rating";

interface Props {
  movie: Movie;
  eager: boolean;
}

/** One film of a list. */
export function MovieCard({ movie, eager }: Props) {
  const { t, href } = useI18n();
  const { id, title, year, posterPath, voteAverage, voteCount } = movie;
  // Not by the id of the film, which may stand in several lists of a page.
  const titleId = useId();
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <Poster path={posterPath} title={title} sizes="(min-width: 900px) 200px, 45vw" eager={eager} />
      <h3 className={styles.title} id={titleId} dir="auto">
        {/* No prefetch: it would be a counted hit that nobody asked for. */}
        <Link href={href(`/movies/${id}`)} prefetch={false}>
          {title}
          <PendingMark />
        </Link>
      </h3>
      <p className={styles.facts}>
        <span>{year ?? t("film.yearUnknown")}</span>
        <Rating voteAverage={voteAverage} voteCount={voteCount} />
      </p>
    </article>
  );
}
