const nullable = (type: string, more: object = {}) => ({ type: [type, "null"], ...more });
const list = (name: string) => ({ type: "array", items: reference(name) });
const object = (properties: Record<string, object>, more: object = {}) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  ...more,
});

/** A reference to one of the schemas below. */
export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const id = { type: "integer", minimum: 1 };
const text = { type: "string" };
const imagePath = nullable("string", {
  description: "A path below an image size of TMDB: https://image.tmdb.org/t/p/w342{path}",
});

const movieProperties = {
  id,
  title: { type: "string", minLength: 1 },
  originalTitle: text,
  originalLanguage: { type: "string", description: "ISO 639-1" },
  releaseDate: nullable("string", { format: "date" }),
  year: nullable("integer"),
  overview: text,
  genreIds: { type: "array", items: id },
  posterPath: imagePath,
  backdropPath: imagePath,
  voteAverage: { type: "number", minimum: 0, maximum: 10 },
  voteCount: { type: "number", minimum: 0 },
  popularity: { type: "number", minimum: 0 },
};

const pageProperties = {
  page: { type: "integer", minimum: 1 },
  totalPages: { type: "integer", minimum: 0, maximum: 500 },
  totalResults: { type: "integer", minimum: 0 },
  results: list("Movie"),
  cache: reference("Cache"),
};

const dependency = reference("Dependency");

/** The JSON Schemas of everything that the API answers. */
export const schemas = {
  Movie: object(movieProperties),
  SearchPage: object({
    query: { type: "string", description: "The query in its canonical spelling" },
    ...pageProperties,
  }),
  MoviePage: object(pageProperties),
  MovieDetails: object({
    ...movieProperties,
    genres: { type: "array", items: object({ id, name: text }) },
    tagline: nullable("string"),
    runtime: nullable("number", { description: "Minutes" }),
    status: nullable("string"),
    budget: nullable("number", { description: "US dollars" }),
    revenue: nullable("number", { description: "US dollars" }),
    homepage: nullable("string", { format: "uri" }),
    imdbId: nullable("string"),
    spokenLanguages: { type: "array", items: text },
    productionCountries: { type: "array", items: text },
    certification: nullable("string", { description: "Age certificate in the United States" }),
    directors: list("CrewMember"),
    writers: list("CrewMember"),
    cast: {
      type: "array",
      items: object({ id, name: text, character: nullable("string"), profilePath: imagePath }),
    },
    trailers: {
      type: "array",
      items: object({
        name: text,
        site: { enum: ["YouTube", "Vimeo"] },
        key: text,
        official: { type: "boolean" },
        language: nullable("string"),
      }),
    },
    recommendations: list("Movie"),
    cache: reference("Cache"),
  }),
  CrewMember: object({ id, name: text, job: text }),
  Cache: object({
    source: { enum: ["tmdb", "cache"], description: "tmdb for the answer that was fetched" },
    hits: nullable("integer", {
      minimum: 0,
      description:
        "Which hit of its fetch this answer is, over all servers; null when it could not be counted",
    }),
    stale: { type: "boolean", description: "True only when TMDB could not be asked" },
    fetchedAt: { type: "string", format: "date-time" },
    freshUntil: { type: "string", format: "date-time" },
  }),
  Health: object({
    status: { enum: ["ok", "degraded"] },
    dependencies: object({ dynamodb: dependency, ssm: dependency, tmdb: dependency }),
  }),
  Dependency: object({
    status: { enum: ["reachable", "unreachable", "unused"] },
    lastUsedAt: nullable("string", { format: "date-time" }),
  }),
  Problem: object({
    type: { type: "string", format: "uri" },
    title: text,
    status: { type: "integer" },
    detail: text,
    instance: { type: "string", description: "The path of the request" },
  }),
};
