/** A film as the stand-in knows it; everything TMDB would answer about it is made from this. */
export interface StandInFilm {
  readonly id: number;
  readonly title: string;
  readonly originalTitle: string;
  /** ISO 639-1. */
  readonly originalLanguage: string;
  /** YYYY-MM-DD. TMDB has null, `""` or nothing where it knows none; so may this. */
  readonly releaseDate: string | null;
  readonly overview: string;
  readonly genreIds: readonly number[];
  readonly director: string | null;
  /** Minutes; 0 where unknown, as TMDB has it. */
  readonly runtime: number;
  /** 0 to 10. */
  readonly voteAverage: number;
  readonly voteCount: number;
  readonly popularity: number;
  /** The rating of the US board, such as "PG-13". */
  readonly certification: string | null;
  readonly company: string | null;
  /** US dollars; 0 where unknown, as TMDB has it. */
  readonly budget: number;
  readonly revenue: number;
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
  readonly adult: boolean;
  /** What `append_to_response` answers instead of the film's own part, by TMDB's name (`videos`, `credits`…). */
  readonly parts: Readonly<Record<string, unknown>>;
  /** What is known of the film beyond all this, by TMDB's name (`belongs_to_collection`, `homepage`…). */
  readonly facts: Readonly<Record<string, unknown>>;
  /** What is known of people in its credits beyond their films, by TMDB's name (`biography`, `birthday`…). */
  readonly people: readonly (Readonly<Record<string, unknown>> & { readonly id: number })[];
}

/** Returns a whole film made from what is known of it; the rest is what TMDB has for a film it hardly knows. */
export function standInFilm(known: Pick<StandInFilm, "id" | "title"> & Partial<StandInFilm>): StandInFilm {
  return {
    originalTitle: known.title,
    originalLanguage: "en",
    releaseDate: null,
    overview: "",
    genreIds: [],
    director: null,
    runtime: 0,
    voteAverage: 0,
    voteCount: 0,
    popularity: 0,
    certification: null,
    company: null,
    budget: 0,
    revenue: 0,
    posterPath: `/poster-${known.id}.svg`,
    backdropPath: `/backdrop-${known.id}.svg`,
    adult: false,
    parts: {},
    facts: {},
    people: [],
    ...known,
  };
}

/** Returns the year a film came out, or null where that is not known. */
export function yearOf({ releaseDate }: Pick<StandInFilm, "releaseDate">): number | null {
  return releaseDate ? Number(releaseDate.slice(0, 4)) : null;
}
