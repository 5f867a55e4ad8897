import { LANGUAGES } from "@/app/i18n/languages";
import { partOf, type Part } from "@/app/part";
import type { Asked, View } from "@/app/view";
import { catalogue, health, type Answer, type SearchPage } from "@/lib/movies";
import { settings } from "@/lib/settings";

/** A search whose answer is shown as an example; every visit counts one hit of it. */
export const EXAMPLE_QUERY = "casablanca";

export interface AboutView extends View {
  readonly kind: "about";
  readonly example: Part<Answer<SearchPage>>;
  readonly health: Part<ReturnType<typeof health>>;
  /** For how long a search is answered from the cache, in milliseconds. */
  readonly searchWindow: Part<number>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The view of the about page, which explains itself whatever fails: one counted answer. */
export async function loadAbout({ visitor }: Asked): Promise<AboutView> {
  const { tmdb: language } = LANGUAGES[visitor.language];
  const example = await partOf(() =>
    catalogue().searchMovies({ query: EXAMPLE_QUERY, page: 1, year: null, language }),
  );
  const searchWindow = await partOf(() => settings().searchWindowMs);
  // Asked for afterwards, so that it tells of this very answer too.
  return { kind: "about", status: 200, example, searchWindow, health: await partOf(health), now: Date.now() };
}
