import { z } from "zod";

import { count, flag, id, imagePath, isoDate, listOf, named, text } from "./fields";

/** What TMDB says of a film wherever it stands. */
export const movieFields = {
  id,
  title: z.string().min(1),
  original_title: text,
  original_language: text,
  release_date: isoDate,
  overview: text,
  poster_path: imagePath,
  backdrop_path: imagePath,
  vote_average: z.number().min(0).max(10).catch(0),
  vote_count: count,
  popularity: count,
  adult: flag,
};

export const movieSchema = z.object({ ...movieFields, genre_ids: listOf(id) });
export type TmdbMovie = z.infer<typeof movieSchema>;

/** A page of films, its items still unread. */
export const pageSchema = z.object({
  page: z.number().int().positive(),
  results: z.array(z.unknown()),
  total_pages: z.number().int().nonnegative(),
  total_results: z.number().int().nonnegative(),
});

export const genreListSchema = z.object({ genres: z.array(named) });
