import type { MovieDetails } from "@/lib/movies";

import { imdbTitle, tmdbFilm } from "./film-addresses";
import { isoDuration } from "./runtime";

/** Search engines show the first few. */
const ACTORS = 10;

interface Places {
  /** The full address of one of our pages. */
  readonly addressOf: (path: string) => string;
  /** The full address of the poster; null where there is none. */
  readonly image: string | null;
}

/** A film as https://schema.org/Movie; what is not known is left out. */
export function movieJsonLd(film: MovieDetails, { addressOf, image }: Places): object {
  const people = (some: readonly { id: number; name: string }[]) =>
    some.length === 0
      ? undefined
      : some.map(({ id, name }) => ({ "@type": "Person", name, url: addressOf(`/people/${id}`) }));
  return {
    "@context": "https://schema.org",
    "@type": "Movie",
    url: addressOf(`/movies/${film.id}`),
    name: film.title,
    alternateName: film.originalTitle === film.title ? undefined : film.originalTitle,
    description: film.overview || undefined,
    image: image ?? undefined,
    datePublished: film.releaseDate ?? undefined,
    duration: film.runtime === null ? undefined : isoDuration(film.runtime),
    contentRating: film.certification ?? undefined,
    genre: film.genres.length === 0 ? undefined : film.genres.map(({ name }) => name),
    inLanguage: film.originalLanguage || undefined,
    director: people(film.directors),
    actor: people(film.cast.slice(0, ACTORS)),
    aggregateRating: film.voteCount === 0 ? undefined : rating(film),
    sameAs: [tmdbFilm(film.id), ...(film.imdbId === null ? [] : [imdbTitle(film.imdbId)])],
  };
}

/** TMDB's votes are from 0.5 to 10. */
function rating({ voteAverage, voteCount }: MovieDetails) {
  return {
    "@type": "AggregateRating",
    ratingValue: voteAverage,
    ratingCount: voteCount,
    bestRating: 10,
    worstRating: 0.5,
  };
}
