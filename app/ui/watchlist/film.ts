/** A film as it is put on the watchlist: as much as a card shows. */
export interface ListedFilm {
  readonly id: number;
  /** In the language in which it was put there. */
  readonly title: string;
  readonly year: number | null;
  /** A path below an image size of TMDB. */
  readonly posterPath: string | null;
  /** 0 to 10; 0 without votes. */
  readonly voteAverage: number;
}

/** A film on the watchlist. */
export interface KeptFilm extends ListedFilm {
  /** ISO 8601, in UTC. */
  readonly addedAt: string;
}
