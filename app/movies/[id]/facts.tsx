import { codeNames } from "@/app/i18n/code-names";
import { useI18n, type I18n } from "@/app/i18n/i18n";
import { jobWord, statusWord } from "@/app/i18n/tmdb-words";
import { TermList, type Terms } from "@/app/ui/term-list";
import type { CrewMember, MovieDetails } from "@/lib/movies";

import { PeopleLinks } from "./people-links";

const people = (some: readonly CrewMember[]) => (some.length === 0 ? null : <PeopleLinks people={some} />);

/** Who made the film: directors and writers first, then the others by what they did. */
function makers({ directors, writers, crew }: MovieDetails, i18n: I18n): Terms {
  const { t } = i18n;
  const jobs = [...new Set(crew.map(({ job }) => job))];
  return [
    [t("film.director", { count: directors.length }), people(directors)],
    [t("film.writers", { count: writers.length }), people(writers)],
    ...jobs.map((job) => [jobWord(job, i18n), people(crew.filter((one) => one.job === job))] as const),
  ];
}

/** When the film came out, in the visitor's region where that is known. */
function release({ region, releaseDate }: MovieDetails, { t, format, language }: I18n): Terms {
  const day = region.releaseDate ?? releaseDate;
  const regionName = codeNames(language, "region")(region.code);
  return [
    [
      region.releaseDate === null ? t("film.released") : t("film.releasedIn", { region: regionName }),
      day && format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "long" }),
    ],
  ];
}

/** Its state where that says something, where it comes from, and money. */
function origin(film: MovieDetails, i18n: I18n): Terms {
  const { t, format, language } = i18n;
  const languageName = codeNames(language, "language");
  const regionName = codeNames(language, "region");
  const list = (names: readonly string[]) => (names.length === 0 ? null : format.list(names));
  const dollars = (sum: number | null) =>
    sum && format.number(sum, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const { status, originalLanguage, spokenLanguages, productionCountries } = film;
  return [
    [t("film.status"), status === null || status === "Released" ? null : statusWord(status, i18n)],
    [t("film.originalLanguage"), originalLanguage === "" ? null : languageName(originalLanguage)],
    [t("film.spokenLanguages", { count: spokenLanguages.length }), list(spokenLanguages.map(languageName))],
    [t("film.countries", { count: productionCountries.length }), list(productionCountries.map(regionName))],
    [t("film.budget"), dollars(film.budget)],
    [t("film.revenue"), dollars(film.revenue)],
  ];
}

/** What TMDB knows of a film, as terms and values. */
export function Facts({ film }: { film: MovieDetails }) {
  const i18n = useI18n();
  const terms = [...makers(film, i18n), ...release(film, i18n), ...origin(film, i18n)];
  if (terms.every(([, value]) => value === null)) return <p>{i18n.t("film.noFacts")}</p>;
  return <TermList terms={terms} />;
}
