import { yearOf, type StandInFilm } from "../catalogue/film";
import type { Films } from "../films";
import type { TmdbAnswer } from "./answer";
import { filmInList } from "./film-json";
import { pagedAnswer } from "./paging";

const SORT_VALUE: Readonly<Record<string, (film: StandInFilm) => number>> = {
  popularity: ({ popularity }) => popularity,
  vote_average: ({ voteAverage }) => voteAverage,
  vote_count: ({ voteCount }) => voteCount,
  revenue: ({ revenue }) => revenue,
  primary_release_date: ({ releaseDate }) => Date.parse(releaseDate || "0001-01-01"),
};

/** `28,12` asks for films of both genres, `28|12` for films of either. */
function isOfGenres({ genreIds }: StandInFilm, asked: string | null): boolean {
  if (!asked) return true;
  const has = (id: string) => genreIds.includes(Number(id));
  return asked.includes("|") ? asked.split("|").some(has) : asked.split(",").every(has);
}

/** Answers `/3/discover/movie`: by genre, year and least number of votes, sorted as asked, by popularity otherwise. */
export function discoverAnswer({ byPopularity }: Films, query: URLSearchParams): TmdbAnswer {
  const year = query.get("primary_release_year");
  const leastVotes = Number(query.get("vote_count.gte") ?? 0);
  const [field = "", direction] = (query.get("sort_by") ?? "popularity.desc").split(".");
  const value = SORT_VALUE[field] ?? (({ popularity }: StandInFilm) => popularity);
  const sign = direction === "asc" ? 1 : -1;
  const found = byPopularity
    .filter((film) => isOfGenres(film, query.get("with_genres")))
    .filter((film) => !year || yearOf(film) === Number(year))
    .filter((film) => film.voteCount >= leastVotes)
    .toSorted((one, other) => sign * (value(one) - value(other)));
  return pagedAnswer(found, query, filmInList);
}
