/** A film as it stands in a list. */
export interface Movie {
  readonly id: number;
  readonly title: string;
  readonly originalTitle: string;
  /** ISO 639-1, for example "en". */
  readonly originalLanguage: string;
  /** YYYY-MM-DD. */
  readonly releaseDate: string | null;
  readonly year: number | null;
  /** Empty where TMDB has none in the language asked for. */
  readonly overview: string;
  readonly genreIds: readonly number[];
  /** A path below an image size, see images.ts. */
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
  /** 0 to 10; 0 without votes. */
  readonly voteAverage: number;
  readonly voteCount: number;
  readonly popularity: number;
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

export interface CastMember {
  readonly id: number;
  readonly name: string;
  readonly character: string | null;
  readonly profilePath: string | null;
}

export interface CrewMember {
  readonly id: number;
  readonly name: string;
  readonly job: string;
}

export interface Trailer {
  readonly name: string;
  readonly site: "YouTube" | "Vimeo";
  /** The site's own name for the video. */
  readonly key: string;
  readonly official: boolean;
  /** ISO 639-1. */
  readonly language: string | null;
}

/** One film with what its page shows. */
export interface MovieDetails extends Movie {
  readonly genres: readonly Genre[];
  readonly tagline: string | null;
  /** Minutes. */
  readonly runtime: number | null;
  /** TMDB's word, for example "Released". */
  readonly status: string | null;
  /** US dollars. */
  readonly budget: number | null;
  /** US dollars. */
  readonly revenue: number | null;
  /** An http or https URL. */
  readonly homepage: string | null;
  readonly imdbId: string | null;
  /** English names. */
  readonly spokenLanguages: readonly string[];
  readonly productionCountries: readonly string[];
  /** The age certificate in the United States, for example "PG-13". */
  readonly certification: string | null;
  readonly directors: readonly CrewMember[];
  readonly writers: readonly CrewMember[];
  readonly cast: readonly CastMember[];
  readonly trailers: readonly Trailer[];
  readonly recommendations: readonly Movie[];
}

/** Where TMDB's images are and in which sizes. */
export interface ImageConfiguration {
  readonly baseUrl: string;
  readonly posterSizes: readonly string[];
  readonly backdropSizes: readonly string[];
  readonly profileSizes: readonly string[];
}
