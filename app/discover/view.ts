import { LANGUAGES } from "@/app/i18n/languages";
import { partOf, type Part } from "@/app/part";
import { problemViewOf, type Asked, type ProblemView, type View } from "@/app/view";
import { catalogue, type Answer, type Genre, type MoviePage } from "@/lib/movies";
import { parseDiscoverRequest, type DiscoverRequest } from "@/lib/movies/discover-request";

interface WithGenres {
  /** What the form offers. */
  readonly genres: Part<readonly Genre[]>;
}

export interface FoundView extends View, WithGenres {
  readonly kind: "discover";
  readonly request: DiscoverRequest;
  readonly answer: Answer<MoviePage>;
}

export type DiscoverView = FoundView | (ProblemView & WithGenres);

/**
 * The view of the discover page: one counted answer for the films and one for the genres, asked for at the same time.
 * A problem has the form beside it, to choose something else.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadDiscover({ search, visitor }: Asked): Promise<DiscoverView> {
  const language = LANGUAGES[visitor.language].tmdb;
  const asked = new URLSearchParams(search);
  asked.set("language", language);
  const genres = partOf(async () => (await catalogue().genres({ language })).value);
  try {
    const request = parseDiscoverRequest(asked.toString());
    const answer = await catalogue().discoverMovies(request);
    return { kind: "discover", status: 200, request, answer, genres: await genres };
  } catch (error) {
    return { ...problemViewOf(error), genres: await genres };
  }
}
