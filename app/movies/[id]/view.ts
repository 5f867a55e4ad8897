import { LANGUAGES } from "@/app/i18n/languages";
import { viewOfError, type Asked, type MissingView, type ProblemView, type View } from "@/app/view";
import { catalogue, type Answer, type MovieDetails } from "@/lib/movies";
import { parseId } from "@/lib/movies/search-request";

export interface MovieView extends View {
  readonly kind: "movie";
  readonly answer: Answer<MovieDetails>;
}

/**
 * The view of a film's page: one counted answer.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadMovie({ parts, visitor }: Asked): Promise<MovieView | MissingView | ProblemView> {
  try {
    const language = LANGUAGES[visitor.language].tmdb;
    const answer = await catalogue().getMovie(parseId(parts[0] ?? ""), {
      language,
      region: visitor.region,
    });
    return { kind: "movie", status: 200, answer };
  } catch (error) {
    return viewOfError(error);
  }
}
