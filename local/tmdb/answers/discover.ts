import { yearOf, type StandInFilm } from "../catalogue/film";
import type { Films } from "../films";
import type { TmdbAnswer } from "./answer";
import { filmInList } from "./film-json";
import { pagedAnswer } from "./paging";

type Compare = (one: StandInFilm, other: StandInFilm) => number;

const byNumber =
  (value: (film: StandInFilm) => number): Compare =>
  (one, other) =>
    value(one) - value(other);

const byPopularityOf: Compare = byNumber(({ popularity }) => popularity);

const COMPARE: Readonly<Record<string, Compare>> = {
  popularity: byPopularityOf,
  vote_average: byNumber(({ voteAverage }) => voteAverage),
  vote_count: byNumber(({ voteCount }) => voteCount),
  revenue: byNumber(({ revenue }) => revenue),
  primary_release_date: byNumber(({ releaseDate }) => Date.parse(releaseDate || "0001-01-01")),
  title: (one, other) => one.title.localeCompare(other.title, "en"),
};

/** `28,12` asks for films of both genres, `28|12` for films of either. */
function isOfGenres({ genreIds }: StandInFilm, asked: string | null): boolean {
  if (!asked) return true;
  const has = (id: string) => genreIds.includes(Number(id));
  return asked.includes("|") ? asked.split("|").some(has) : asked.split(",").every(has);
}

/** Whether a film came out from one day to another, both included; either may be missing. */
function isWithin({ releaseDate }: StandInFilm, from: string | null, to: string | null): boolean {
  if (!from && !to) return true;
  return Boolean(releaseDate) && `${releaseDate}` >= (from || "0000") && `${releaseDate}` <= (to || "9999");
}

/** Answers `/3/discover/movie`: by what is asked of a film, sorted as asked, by popularity otherwise. */
export function discoverAnswer({ byPopularity }: Films, query: URLSearchParams): TmdbAnswer {
  const year = query.get("primary_release_year");
  const language = query.get("with_original_language");
  const least = (name: string) => Number(query.get(`${name}.gte`) ?? 0);
  const [sortedBy = "", direction] = (query.get("sort_by") ?? "popularity.desc").split(".");
  const compare = COMPARE[sortedBy] ?? byPopularityOf;
  const sign = direction === "asc" ? 1 : -1;
  const found = byPopularity
    .filter((film) => isOfGenres(film, query.get("with_genres")))
    .filter((film) => !year || yearOf(film) === Number(year))
    .filter((film) =>
      isWithin(film, query.get("primary_release_date.gte"), query.get("primary_release_date.lte")),
    )
    .filter(({ originalLanguage }) => !language || originalLanguage === language)
    .filter(({ voteCount }) => voteCount >= least("vote_count"))
    .filter(({ voteAverage }) => voteAverage >= least("vote_average"))
    .toSorted((one, other) => sign * compare(one, other));
  return pagedAnswer(found, query, filmInList);
}
