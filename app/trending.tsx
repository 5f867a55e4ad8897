import type { Answer, MoviePage } from "@/lib/movies";

import { useI18n } from "./i18n/i18n";
import { Message } from "./ui/message";
import { MovieList } from "./ui/movie-list";
import { Section } from "./ui/section";
import { SourceNotice } from "./ui/source-notice";

/** The films of the week, shown while nothing has been asked. */
export function Trending({ answer }: { answer: Answer<MoviePage> }) {
  const { t } = useI18n();
  const { results } = answer.value;
  return (
    <Section title={t("lists.trending")}>
      <SourceNotice cache={answer.cache} />
      {results.length === 0 ? (
        <Message title={t("lists.noneTitle")}>
          <p>{t("lists.none")}</p>
        </Message>
      ) : (
        <MovieList movies={results} eager={6} />
      )}
    </Section>
  );
}
