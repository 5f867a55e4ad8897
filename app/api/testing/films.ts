/* eslint-disable import/no-restricted-paths -- support of tests, which may use what replaces the cloud */
import { standInFilm } from "@/local/tmdb/catalogue/film";

/** What TMDB's stand-in knows in the tests of the API: 45 films with "Matrix" in their title, one of them whole. */
export const FILMS = [
  standInFilm({
    id: 603,
    title: "The Matrix",
    releaseDate: "1999-03-31",
    overview: "A computer hacker learns what the world is made of.",
    genreIds: [28, 878],
    posterPath: "/x.jpg",
    backdropPath: "/y.jpg",
    voteAverage: 8.2,
    voteCount: 26000,
    popularity: 80.1,
    runtime: 136,
    director: "Lana Wachowski",
    certification: "R",
  }),
  standInFilm({ id: 9, title: "The Matrix", posterPath: null, backdropPath: null, popularity: 1 }),
  ...Array.from({ length: 43 }, (_, index) => standInFilm({ id: 1000 + index, title: `Matrix ${index}` })),
];
