/** TMDB answers no page beyond this (its status code 22 says so). */
export const MAX_PAGE = 500;

/** A film as it stands among many. */
export interface MovieSummary {
  readonly id: number;
  readonly title: string;
  readonly originalTitle: string;
  /** ISO 639-1, for example "en". */
  readonly originalLanguage: string;
  /** YYYY-MM-DD. */
  readonly releaseDate: string | null;
  readonly year: number | null;
  readonly genreIds: readonly number[];
  /** A path below an image size, see images.ts. */
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
  /** 0 to 10; 0 without votes. */
  readonly voteAverage: number;
  readonly voteCount: number;
  readonly popularity: number;
}

/** A film as it stands in a list. */
export interface Movie extends MovieSummary {
  /** Empty where TMDB has none in the language asked for. */
  readonly overview: string;
}

export interface MoviePage {
  readonly page: number;
  /** At most 500: TMDB answers no page beyond that. */
  readonly totalPages: number;
  readonly totalResults: number;
  readonly results: readonly Movie[];
}

export interface Genre {
  readonly id: number;
  readonly name: string;
}
