import { z } from "zod";

/*
 * What TMDB sends, read leniently: a field that is null, "", absent or of another type becomes its
 * neutral value, unknown fields are dropped. Only what nothing can be shown without is required.
 */

const text = z.string().catch("");
const count = z.number().nonnegative().catch(0);
const id = z.number().int().positive();
const imagePath = z
  .string()
  .regex(/^\/[\w-]+\.\w+$/)
  .nullable()
  .catch(null);

/** The items that can be read; an odd one costs only itself. */
const listOf = <T>(item: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((candidate) => {
        const parsed = item.safeParse(candidate);
        return parsed.success ? [parsed.data] : [];
      }),
    );

const isoDate = z.iso.date().nullable().catch(null);

const movieFields = {
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
  adult: z.boolean().catch(false),
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

const named = z.object({ id, name: z.string().min(1) });

const crewMember = named.extend({ job: text });
const castMember = named.extend({ character: text, profile_path: imagePath });
const video = z.object({
  name: text,
  site: z.enum(["YouTube", "Vimeo"]),
  key: z.string().regex(/^[\w-]+$/),
  type: z.literal("Trailer"),
  official: z.boolean().catch(false),
  iso_639_1: text,
});
const country = z.object({
  iso_3166_1: z.string(),
  release_dates: listOf(z.object({ certification: text })),
});
const spokenLanguage = z.object({ english_name: z.string().min(1) });
const productionCountry = z.object({ name: z.string().min(1) });

/** An appended part: an object whose list stands under `field`; without it, an empty list. */
const appended = <Field extends string, T>(field: Field, item: z.ZodType<T>) =>
  z
    .object({ [field]: listOf(item) } as { [F in Field]: ReturnType<typeof listOf<T>> })
    .catch(() => ({ [field]: [] }) as never);

export const movieDetailsSchema = z.object({
  ...movieFields,
  genres: listOf(named),
  tagline: text,
  runtime: count,
  status: text,
  budget: count,
  revenue: count,
  homepage: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
  imdb_id: z
    .string()
    .regex(/^tt\d+$/)
    .nullable()
    .catch(null),
  spoken_languages: listOf(spokenLanguage),
  production_countries: listOf(productionCountry),
  credits: z.object({ cast: listOf(castMember), crew: listOf(crewMember) }).catch({ cast: [], crew: [] }),
  videos: appended("results", video),
  recommendations: appended("results", movieSchema),
  release_dates: appended("results", country),
});
export type TmdbMovieDetails = z.infer<typeof movieDetailsSchema>;

export const genreListSchema = z.object({ genres: z.array(named) });

const sizes = z.array(z.string());

export const configurationSchema = z.object({
  images: z.object({
    secure_base_url: z.url(),
    poster_sizes: sizes,
    backdrop_sizes: sizes,
    profile_sizes: sizes,
  }),
});
export type TmdbConfiguration = z.infer<typeof configurationSchema>;
