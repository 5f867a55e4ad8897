import { z } from "zod";

import {
  appended,
  count,
  countryCode,
  flag,
  id,
  imagePath,
  imdbId,
  languageCode,
  listOf,
  named,
  text,
  webAddress,
} from "./fields";
import { releaseDatesSchema, watchProvidersSchema } from "./region-schemas";
import { movieFields, movieSchema } from "./schemas";

const crewMember = named.extend({ job: text });
const castMember = named.extend({ character: text, profile_path: imagePath });
const video = z.object({
  name: text,
  site: z.enum(["YouTube", "Vimeo"]),
  key: z.string().regex(/^[\w-]+$/),
  type: z.literal("Trailer"),
  official: flag,
  iso_639_1: text,
});
const collection = z.object({
  id,
  name: z.string().min(1),
  poster_path: imagePath,
  backdrop_path: imagePath,
});

/** A film on its own with everything that the app asks to have appended. */
export const movieDetailsSchema = z.object({
  ...movieFields,
  genres: listOf(named),
  tagline: text,
  runtime: count,
  status: text,
  budget: count,
  revenue: count,
  homepage: webAddress,
  imdb_id: imdbId("tt"),
  belongs_to_collection: collection.nullable().catch(null),
  spoken_languages: listOf(z.object({ iso_639_1: languageCode })),
  production_countries: listOf(z.object({ iso_3166_1: countryCode })),
  credits: z.object({ cast: listOf(castMember), crew: listOf(crewMember) }).catch({ cast: [], crew: [] }),
  videos: appended("results", video),
  recommendations: appended("results", movieSchema),
  release_dates: releaseDatesSchema,
  "watch/providers": watchProvidersSchema,
});
export type TmdbMovieDetails = z.infer<typeof movieDetailsSchema>;
