import type { MovieSummary } from "./movie";

/** A film and what a person did in it. */
export interface PersonCredit extends MovieSummary {
  /** Whom they played. */
  readonly character: string | null;
  /** What else they did, in TMDB's words: "Director", "Screenplay" … */
  readonly jobs: readonly string[];
}

/** How many films of a person are kept. */
export const MOST_CREDITS = 200;

export interface Person {
  readonly id: number;
  readonly name: string;
  /** Empty where TMDB has none in the language asked for. */
  readonly biography: string;
  /** YYYY-MM-DD. */
  readonly birthday: string | null;
  /** YYYY-MM-DD. */
  readonly deathday: string | null;
  readonly placeOfBirth: string | null;
  readonly profilePath: string | null;
  /** What they are known for, in TMDB's word: "Acting", "Directing" … */
  readonly department: string | null;
  /** An http or https URL. */
  readonly homepage: string | null;
  readonly imdbId: string | null;
  /** The {@link MOST_CREDITS} best known of their films, each once: those without a date first, being announced; then the newest. */
  readonly credits: readonly PersonCredit[];
}
