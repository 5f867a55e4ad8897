import { listOf, nullable, object, reference, text } from "./json-schema";

const list = (name: string) => listOf(reference(name));

const id = { type: "integer", minimum: 1 };
const name = { type: "string", minLength: 1 };
const date = nullable("string", { format: "date" });
const uri = nullable("string", { format: "uri" });
const imagePath = nullable("string", {
  description: "A path below an image size of TMDB: https://image.tmdb.org/t/p/w342{path}",
});
const language = { type: "string", description: "ISO 639-1" };
const country = { type: "string", description: "ISO 3166-1", pattern: "^[A-Z]{2}$" };
const certification = nullable("string", { description: "Age certificate in the region" });
const cache = reference("Cache");

const summary = {
  id,
  title: name,
  originalTitle: text,
  originalLanguage: language,
  releaseDate: date,
  year: nullable("integer"),
  genreIds: listOf(id),
  posterPath: imagePath,
  backdropPath: imagePath,
  voteAverage: { type: "number", minimum: 0, maximum: 10 },
  voteCount: { type: "number", minimum: 0 },
  popularity: { type: "number", minimum: 0 },
};
const movie = { ...summary, overview: text };
const page = {
  page: { type: "integer", minimum: 1 },
  totalPages: { type: "integer", minimum: 0, maximum: 500 },
  totalResults: { type: "integer", minimum: 0 },
  results: list("Movie"),
  cache,
};

/** The JSON Schemas of films and people. */
export const filmSchemas = {
  Movie: object(movie),
  SearchPage: object({
    query: { type: "string", description: "The query in its canonical spelling" },
    ...page,
  }),
  MoviePage: object(page),
  MovieDetails: object({
    ...movie,
    genres: list("Genre"),
    tagline: nullable("string"),
    runtime: nullable("number", { description: "Minutes" }),
    status: nullable("string"),
    budget: nullable("number", { description: "US dollars" }),
    revenue: nullable("number", { description: "US dollars" }),
    homepage: uri,
    imdbId: nullable("string"),
    collection: {
      oneOf: [
        object({ id, name, posterPath: imagePath, backdropPath: imagePath }),
        { type: "null", description: "Where the film belongs to none" },
      ],
    },
    spokenLanguages: listOf(language),
    productionCountries: listOf(country),
    directors: list("CrewMember"),
    writers: list("CrewMember"),
    crew: list("CrewMember"),
    cast: listOf(object({ id, name, character: nullable("string"), profilePath: imagePath })),
    trailers: listOf(
      object({
        name: text,
        site: { enum: ["YouTube", "Vimeo"] },
        key: text,
        official: { type: "boolean" },
        language: nullable("string"),
      }),
    ),
    recommendations: list("Movie"),
    certification,
    region: object({
      code: country,
      certification,
      releaseDate: { ...date, description: "The first day in the region's cinemas, else the first at all" },
      watch: object({
        link: { ...uri, description: "All offers, on www.themoviedb.org" },
        stream: list("Provider"),
        free: list("Provider"),
        rent: list("Provider"),
        buy: list("Provider"),
      }),
    }),
    regions: { ...listOf(country), description: "Where anything of the above is known" },
    cache,
  }),
  CrewMember: object({ id, name, job: text }),
  Provider: object({ id, name, logoPath: imagePath }),
  Person: object({
    id,
    name,
    biography: text,
    birthday: date,
    deathday: date,
    placeOfBirth: nullable("string"),
    profilePath: imagePath,
    department: nullable("string", { description: "What they are known for" }),
    homepage: uri,
    imdbId: nullable("string"),
    credits: {
      ...listOf(object({ ...summary, character: nullable("string"), jobs: listOf(text) })),
      description: "Their films, 200 at most: those without a date first, then the newest",
    },
    cache,
  }),
  Genre: object({ id, name }),
  Genres: object({ genres: list("Genre"), cache }),
};
