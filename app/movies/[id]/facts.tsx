import type { MovieDetails } from "@/lib/movies";

import styles from "./facts.module.css";

const dollars = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});
const day = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

function nameOf(type: "language" | "region", code: string): string {
  try {
    return new Intl.DisplayNames("en", { type }).of(code) ?? code;
  } catch {
    // TMDB has codes that are none, for example "xx" for a film without words.
    return code;
  }
}

/** The terms and their values, those that TMDB does not know left out. */
function facts(film: MovieDetails): [term: string, value: string][] {
  const names = (people: MovieDetails["directors"]) => people.map(({ name }) => name).join(", ");
  const known: [string, string | null][] = [
    ["Director", names(film.directors)],
    ["Writers", names(film.writers)],
    ["Released", film.releaseDate && day.format(new Date(`${film.releaseDate}T00:00:00Z`))],
    ["Status", film.status === "Released" ? null : film.status],
    ["Original language", film.originalLanguage && nameOf("language", film.originalLanguage)],
    ["Spoken languages", film.spokenLanguages.map((code) => nameOf("language", code)).join(", ")],
    ["Countries", film.productionCountries.map((code) => nameOf("region", code)).join(", ")],
    ["Budget", film.budget === null ? null : dollars.format(film.budget)],
    ["Revenue", film.revenue === null ? null : dollars.format(film.revenue)],
  ];
  return known.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

/** What TMDB knows of a film, as terms and values. */
export function Facts({ film }: { film: MovieDetails }) {
  const known = facts(film);
  if (known.length === 0 && film.homepage === null) return <p>TMDB knows no more of this film yet.</p>;
  return (
    <dl className={styles.facts}>
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
      {film.homepage === null ? null : (
        <div>
          <dt>Homepage</dt>
          <dd>
            <a href={film.homepage} rel="noreferrer nofollow">
              {new URL(film.homepage).hostname}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}
