import { LANGUAGES } from "@/app/i18n/languages";
import { viewOfError, type Asked, type MissingView, type ProblemView, type View } from "@/app/view";
import { catalogue, type Answer, type Person } from "@/lib/movies";
import { parseId } from "@/lib/movies/search-request";

export interface PersonView extends View {
  readonly kind: "person";
  readonly answer: Answer<Person>;
}

/**
 * The view of a person's page: one counted answer.
 *
 * @throws what is nobody's fault but ours
 */
export async function loadPerson({ parts, visitor }: Asked): Promise<PersonView | MissingView | ProblemView> {
  try {
    const language = LANGUAGES[visitor.language].tmdb;
    const answer = await catalogue().getPerson(parseId(parts[0] ?? ""), { language });
    return { kind: "person", status: 200, answer };
  } catch (error) {
    return viewOfError(error);
  }
}
