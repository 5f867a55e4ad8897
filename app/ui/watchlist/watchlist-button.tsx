import { useI18n } from "@/app/i18n/i18n";
import type { MovieSummary } from "@/lib/movies";

import { WatchlistToggle } from "./watchlist-toggle";

type Film = Pick<MovieSummary, "id" | "title" | "year" | "posterPath" | "voteAverage">;

/**
 * Puts a film on the visitor's watchlist.
 *
 * @param withText a word stands beside the bookmark; without it the button lies on a card
 */
export function WatchlistButton({ film, withText = false }: { film: Film; withText?: boolean }) {
  const { t } = useI18n();
  const { id, title, year, posterPath, voteAverage } = film;
  return (
    <WatchlistToggle
      film={{ id, title, year, posterPath, voteAverage }}
      name={t("watchlist.toggle", { title: "{title}" })}
      {...(withText ? { text: t("site.watchlist") } : {})}
    />
  );
}
