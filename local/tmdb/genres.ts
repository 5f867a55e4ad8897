import { GENRE_NAMES } from "./genre-names";

/** TMDB's genres of films with their ids, in the order of its list. */
export const GENRES: readonly { readonly id: number; readonly name: string }[] = [
  { id: 28, name: "Action" },
  { id: 12, name: "Adventure" },
  { id: 16, name: "Animation" },
  { id: 35, name: "Comedy" },
  { id: 80, name: "Crime" },
  { id: 99, name: "Documentary" },
  { id: 18, name: "Drama" },
  { id: 10751, name: "Family" },
  { id: 14, name: "Fantasy" },
  { id: 36, name: "History" },
  { id: 27, name: "Horror" },
  { id: 10402, name: "Music" },
  { id: 9648, name: "Mystery" },
  { id: 10749, name: "Romance" },
  { id: 878, name: "Science Fiction" },
  { id: 10770, name: "TV Movie" },
  { id: 53, name: "Thriller" },
  { id: 10752, name: "War" },
  { id: 37, name: "Western" },
];

/** Returns the genres with their names in a language such as de-DE, in English where it is not one of ours. */
export function genresIn(language: string | null): typeof GENRES {
  const names = GENRE_NAMES[language?.slice(0, 2) ?? ""] ?? [];
  return GENRES.map(({ id, name }, index) => ({ id, name: names[index] ?? name }));
}

/** The genre ids that the stand-in itself refers to. */
export const GENRE = {
  action: 28,
  adventure: 12,
  comedy: 35,
  documentary: 99,
  drama: 18,
  family: 10751,
  fantasy: 14,
  history: 36,
  horror: 27,
  music: 10402,
  romance: 10749,
  scienceFiction: 878,
  thriller: 53,
  western: 37,
} as const;
