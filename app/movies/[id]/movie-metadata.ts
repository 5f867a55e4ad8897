import type { Metadata } from "next";

import type { I18n } from "@/app/i18n/i18n";
import { subjectMetadata } from "@/app/page-metadata";
import type { MovieDetails } from "@/lib/movies";
import { largestImage } from "@/lib/movies/images";
import { settings } from "@/lib/settings";

/** The full address of a film's poster; null where TMDB has none. */
export function posterAddress({ posterPath }: Pick<MovieDetails, "posterPath">): string | null {
  return posterPath === null ? null : largestImage(settings().tmdbImageUrl, "poster", posterPath);
}

/**
 * The metadata of a film's page, the same in every region: its address names none.
 *
 * @param site where visitors see this site
 */
export function movieMetadata(film: MovieDetails, i18n: I18n, site: string): Metadata {
  const { t, href } = i18n;
  const { id, title, year, overview, tagline, runtime, releaseDate, directors } = film;
  const url = posterAddress(film);
  const shared = subjectMetadata(i18n, {
    title: year === null ? title : t("film.titleWithYear", { title, year: String(year) }),
    description: overview || (tagline ?? ""),
    address: `/movies/${id}`,
    image: url === null ? null : { url, alt: t("film.posterOf", { title }) },
  });
  return {
    ...shared,
    openGraph: {
      ...shared.openGraph,
      type: "video.movie",
      directors: directors.map((person) => site + href(`/people/${person.id}`)),
      ...(releaseDate === null ? {} : { releaseDate }),
      // In seconds.
      ...(runtime === null ? {} : { duration: runtime * 60 }),
    },
  };
}
