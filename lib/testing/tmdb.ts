/** A film in a list as TMDB writes it; undefined leaves a field out. */
export const tmdbFilm = (fields: Readonly<Record<string, unknown>> = {}) => ({
  adult: false,
  backdrop_path: "/backdrop.jpg",
  genre_ids: [28, 878],
  id: 603,
  original_language: "en",
  original_title: "The Matrix",
  overview: "A computer hacker learns what the world is made of.",
  popularity: 80.1,
  poster_path: "/poster.jpg",
  release_date: "1999-03-31",
  softcore: false,
  title: "The Matrix",
  video: false,
  vote_average: 8.2,
  vote_count: 26000,
  ...fields,
});

/** A page of films as TMDB writes it. */
export const tmdbPage = (results: readonly unknown[], fields: Readonly<Record<string, unknown>> = {}) => ({
  page: 1,
  results,
  total_pages: 1,
  total_results: results.length,
  ...fields,
});

/** The domain's film for {@link tmdbFilm} as it is. */
export const THE_MATRIX = {
  id: 603,
  title: "The Matrix",
  originalTitle: "The Matrix",
  originalLanguage: "en",
  releaseDate: "1999-03-31",
  year: 1999,
  overview: "A computer hacker learns what the world is made of.",
  genreIds: [28, 878],
  posterPath: "/poster.jpg",
  backdropPath: "/backdrop.jpg",
  voteAverage: 8.2,
  voteCount: 26000,
  popularity: 80.1,
};

/** A film of its own as TMDB writes it, with everything that the app asks to have appended. */
export function tmdbMovie(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    ...tmdbFilm({ genre_ids: undefined }),
    budget: 63000000,
    genres: [
      { id: 28, name: "Action" },
      { id: 878, name: "Science Fiction" },
    ],
    homepage: "http://www.example.com/matrix",
    imdb_id: "tt0133093",
    production_countries: [{ iso_3166_1: "US", name: "United States of America" }],
    revenue: 463517383,
    belongs_to_collection: {
      id: 2344,
      name: "The Matrix Collection",
      poster_path: "/collection.jpg",
      backdrop_path: null,
    },
    runtime: 136,
    spoken_languages: [{ english_name: "English", iso_639_1: "en", name: "English" }],
    status: "Released",
    tagline: "Believe the unbelievable.",
    credits: {
      cast: [{ id: 6384, name: "Keanu Reeves", character: "Neo", profile_path: "/keanu.jpg", order: 0 }],
      crew: [
        { id: 9340, name: "Lana Wachowski", job: "Director", department: "Directing" },
        { id: 9340, name: "Lana Wachowski", job: "Writer", department: "Writing" },
        { id: 1091, name: "Joel Silver", job: "Producer", department: "Production" },
        { id: 1, name: "A. Painter", job: "Set Decoration", department: "Art" },
      ],
    },
    videos: { results: [] },
    recommendations: tmdbPage([]),
    release_dates: { results: [] },
    "watch/providers": { results: {} },
    ...fields,
  };
}

/** A person as TMDB writes one, with the films of their life. */
export const tmdbPerson = (fields: Readonly<Record<string, unknown>> = {}) => ({
  adult: false,
  also_known_as: [],
  biography: "An actor of many films.",
  birthday: "1964-09-02",
  deathday: null,
  gender: 2,
  homepage: null,
  id: 6384,
  imdb_id: "nm0000206",
  known_for_department: "Acting",
  name: "Keanu Reeves",
  place_of_birth: "Beirut, Lebanon",
  popularity: 30.1,
  profile_path: "/keanu.jpg",
  movie_credits: { cast: [], crew: [] },
  ...fields,
});
