import type { Answer, MoviePage } from "@/lib/movies";

import { Message } from "./ui/message";
import { MovieList } from "./ui/movie-list";
import { Section } from "./ui/section";
import { SourceNotice } from "./ui/source-notice";

/** The films of the week, shown while nothing has been asked. */
export function Trending({ answer }: { answer: Answer<MoviePage> }) {
  const { results } = answer.value;
  return (
    <Section title="Trending this week">
      <SourceNotice cache={answer.cache} />
      {results.length === 0 ? (
        <Message title="No film is trending">
          <p>TMDB lists none for this week. The search works all the same.</p>
        </Message>
      ) : (
        <MovieList movies={results} eager={6} />
      )}
    </Section>
  );
}
