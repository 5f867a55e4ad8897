import type { Films } from "../films";
import { randomFrom } from "../random";
import type { TmdbAnswer } from "./answer";
import { filmAmongMedia } from "./film-json";
import { pagedAnswer } from "./paging";

const DAY_MS = 24 * 60 * 60 * 1000;
// Only films that somebody knows trend.
const KNOWN = 400;

/** Returns a name for the ISO week of a moment, such as "2026-W48"; weeks begin on Monday, in UTC. */
function isoWeek(now: number): string {
  const weekday = (new Date(now).getUTCDay() + 6) % 7;
  // A week belongs to the year that its Thursday is in.
  const thursday = new Date(now + (3 - weekday) * DAY_MS);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}

/**
 * Answers `/3/trending/movie/{week|day}`: well-known films in an order that is drawn anew each ISO week or day, and the
 * same until then. The better known a film, the likelier it stands in front.
 * @param now milliseconds since 1970
 */
export function trendingAnswer(
  { byPopularity }: Films,
  span: "week" | "day",
  query: URLSearchParams,
  now: number,
): TmdbAnswer {
  const period = span === "week" ? isoWeek(now) : new Date(now).toISOString().slice(0, 10);
  const drawn = byPopularity
    .slice(0, KNOWN)
    // Efraimidis and Spirakis: the greatest u^(1/weight) first is a draw in proportion to the weights.
    .map((film) => {
      const chance = 1 - randomFrom(`${period} ${film.id}`).next();
      return { film, lot: Math.log(chance) / (film.popularity + 1) };
    })
    .toSorted((one, other) => other.lot - one.lot)
    .map(({ film }) => film);
  return pagedAnswer(drawn, query, filmAmongMedia);
}
