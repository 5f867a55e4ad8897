import { codeNames } from "@/app/i18n/code-names";
import type { I18n } from "@/app/i18n/i18n";
import type { Genre } from "@/lib/movies";

import { discoverAddress, type Choices } from "./discover-address";

export interface Chosen {
  readonly name: string;
  /** The address of the films without it. */
  readonly without: string;
}

/**
 * What is chosen, each by its name and with the way to do without it. A genre that has no name, since the genres can't
 * be asked for or there is none of that id, goes by its id.
 */
export function chosenFilters(choices: Choices, genres: readonly Genre[], { t, language }: I18n): Chosen[] {
  const without = (change: Partial<Choices>) => discoverAddress({ ...choices, ...change });
  const { fromYear, toYear, originalLanguage, minRating } = choices;
  const found = choices.genres.map((id) => ({
    name: genres.find((genre) => String(genre.id) === id)?.name ?? id,
    without: without({ genres: choices.genres.filter((other) => other !== id) }),
  }));
  if (fromYear)
    found.push({ name: t("discover.since", { year: fromYear }), without: without({ fromYear: "" }) });
  if (toYear) found.push({ name: t("discover.until", { year: toYear }), without: without({ toYear: "" }) });
  if (originalLanguage) {
    const name = codeNames(language, "language")(originalLanguage);
    found.push({ name, without: without({ originalLanguage: "" }) });
  }
  if (minRating) {
    found.push({ name: t("discover.atLeast", { rating: minRating }), without: without({ minRating: "" }) });
  }
  return found;
}
