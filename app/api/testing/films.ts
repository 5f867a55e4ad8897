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
    facts: {
      homepage: "https://www.example.com/matrix",
      imdb_id: "tt0133093",
      belongs_to_collection: {
        id: 2344,
        name: "The Matrix Collection",
        poster_path: "/c.jpg",
        backdrop_path: null,
      },
      spoken_languages: [{ iso_639_1: "en" }],
      production_countries: [{ iso_3166_1: "US" }],
    },
    parts: {
      credits: {
        cast: [{ id: 6384, name: "Keanu Reeves", character: "Neo", profile_path: "/k.jpg" }],
        crew: [
          { id: 9340, name: "Lana Wachowski", job: "Director", department: "Directing", profile_path: null },
          { id: 1091, name: "Joel Silver", job: "Producer", department: "Production", profile_path: null },
        ],
      },
      release_dates: {
        results: [
          { iso_3166_1: "US", release_dates: [{ certification: "R", release_date: "1999-03-31", type: 3 }] },
          { iso_3166_1: "DE", release_dates: [{ certification: "16", release_date: "1999-06-17", type: 3 }] },
        ],
      },
      "watch/providers": {
        results: {
          DE: {
            link: "https://www.themoviedb.org/movie/603-the-matrix/watch?locale=DE",
            rent: [{ provider_id: 2, provider_name: "Apple TV", logo_path: "/a.jpg" }],
          },
        },
      },
    },
    people: [{ id: 6384, birthday: "1964-09-02", imdb_id: "nm0000206" }],
  }),
  standInFilm({ id: 9, title: "The Matrix", posterPath: null, backdropPath: null, popularity: 1 }),
  ...Array.from({ length: 43 }, (_, index) => standInFilm({ id: 1000 + index, title: `Matrix ${index}` })),
];
