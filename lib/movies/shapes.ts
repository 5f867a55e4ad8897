import { z } from "zod";

import type { Genre, MoviePage } from "@/lib/tmdb/movie";
import type { MovieInAllRegions } from "@/lib/tmdb/movie-details";
import type { Person } from "@/lib/tmdb/person";
import { OFFER_KINDS } from "@/lib/tmdb/region";

import type { SearchPage } from "./catalogue";

// The shapes of what is cached. Releases of different age share one table while one follows the other: what one of them has
// stored and another does not know as its own is fetched anew. The types see to it that no field is left out.

const text = z.string();
const number = z.number();
const maybeText = text.nullable();
const maybeNumber = number.nullable();

const summary = {
  id: number,
  title: text,
  originalTitle: text,
  originalLanguage: text,
  releaseDate: maybeText,
  year: maybeNumber,
  genreIds: z.array(number),
  posterPath: maybeText,
  backdropPath: maybeText,
  voteAverage: number,
  voteCount: number,
  popularity: number,
};
const movie = { ...summary, overview: text };
const named = { id: number, name: text };
const provider = z.object({ ...named, logoPath: maybeText });
const crew = z.array(z.object({ ...named, job: text }));
const page = { page: number, totalPages: number, totalResults: number, results: z.array(z.object(movie)) };

export const moviePageShape: z.ZodType<MoviePage> = z.object(page);

export const searchPageShape: z.ZodType<SearchPage> = z.object({ ...page, query: text });

export const genresShape: z.ZodType<readonly Genre[]> = z.array(z.object(named));

export const filmShape: z.ZodType<MovieInAllRegions> = z.object({
  ...movie,
  genres: z.array(z.object(named)),
  tagline: maybeText,
  runtime: maybeNumber,
  status: maybeText,
  budget: maybeNumber,
  revenue: maybeNumber,
  homepage: maybeText,
  imdbId: maybeText,
  collection: z.object({ ...named, posterPath: maybeText, backdropPath: maybeText }).nullable(),
  spokenLanguages: z.array(text),
  productionCountries: z.array(text),
  directors: crew,
  writers: crew,
  crew,
  cast: z.array(z.object({ ...named, character: maybeText, profilePath: maybeText })),
  trailers: z.array(
    z.object({
      name: text,
      site: z.enum(["YouTube", "Vimeo"]),
      key: text,
      official: z.boolean(),
      language: maybeText,
    }),
  ),
  recommendations: z.array(z.object(movie)),
  allRegions: z.object({
    providers: z.array(provider),
    byCode: z.record(
      text,
      z.object({
        certification: maybeText,
        releaseDate: maybeText,
        link: maybeText,
        offers: z.partialRecord(z.enum(OFFER_KINDS), z.array(number)),
      }),
    ),
  }),
});

export const personShape: z.ZodType<Person> = z.object({
  ...named,
  biography: text,
  birthday: maybeText,
  deathday: maybeText,
  placeOfBirth: maybeText,
  profilePath: maybeText,
  department: maybeText,
  homepage: maybeText,
  imdbId: maybeText,
  credits: z.array(z.object({ ...summary, character: maybeText, jobs: z.array(text) })),
});
