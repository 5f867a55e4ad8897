import { useI18n } from "@/app/i18n/i18n";
import { MovieList } from "@/app/ui/movie-list";
import { OutsideLinks } from "@/app/ui/outside-links";
import { Section } from "@/app/ui/section";
import { SourceNotice } from "@/app/ui/source-notice";
import type { Answer, MovieDetails } from "@/lib/movies";

import { Cast } from "./cast";
import { CollectionCard } from "./collection-card";
import { Facts } from "./facts";
import { imdbTitle, letterboxdFilm, tmdbFilm } from "./film-addresses";
import { Hero } from "./hero";
import { WhereToWatch } from "./where-to-watch";

/** Rows of two and of five are full; more would weigh on a page that is not about them. */
const RECOMMENDATIONS = 10;

/** One film: what it is, where to watch it, who made it, and what to see next. */
export function MovieDetailsPage({ answer }: { answer: Answer<MovieDetails> }) {
  const { t } = useI18n();
  const film = answer.value;
  const { id, imdbId, homepage, collection, recommendations } = film;
  return (
    <>
      <Hero film={film} />
      <SourceNotice cache={answer.cache} />
      <WhereToWatch film={film} />
      <Section title={t("film.facts")}>
        <Facts film={film} />
      </Section>
      <Section title={t("film.cast")}>
        <Cast film={film} />
      </Section>
      {collection === null ? null : (
        <Section title={t("film.collection")}>
          <CollectionCard collection={collection} />
        </Section>
      )}
      <Section title={t("film.links")}>
        <OutsideLinks
          links={{
            [t("film.homepage")]: homepage,
            IMDb: imdbId === null ? null : imdbTitle(imdbId),
            TMDB: tmdbFilm(id),
            Letterboxd: letterboxdFilm(id),
          }}
        />
      </Section>
      <Section title={t("film.recommendations")}>
        {recommendations.length === 0 ? (
          <p>{t("film.noRecommendations")}</p>
        ) : (
          <MovieList movies={recommendations.slice(0, RECOMMENDATIONS)} />
        )}
      </Section>
    </>
  );
}
