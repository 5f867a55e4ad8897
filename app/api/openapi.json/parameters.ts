import { LEAST_VOTES, MAX_GENRES, MIN_RATING, SORT_ORDERS } from "@/lib/movies/discover-request";
import { FIRST_YEAR, LAST_YEAR, MAX_PAGE } from "@/lib/movies/parameters";
import { MAX_ID, MAX_QUERY_LENGTH } from "@/lib/movies/search-request";

const parameter = (name: string, schema: object, description?: string) => ({
  name,
  in: "query",
  required: false,
  schema,
  ...(description ? { description } : {}),
});

const aYear = { type: "integer", minimum: FIRST_YEAR, maximum: LAST_YEAR };

export const id = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "integer", minimum: 1, maximum: MAX_ID },
};
export const ifNoneMatch = {
  name: "If-None-Match",
  in: "header",
  required: false,
  schema: { type: "string" },
};
export const query = {
  ...parameter(
    "query",
    { type: "string", minLength: 1, maxLength: MAX_QUERY_LENGTH },
    "Case, Unicode form and white space do not matter",
  ),
  required: true,
};
export const year = parameter("year", aYear, "Of first release");
export const page = parameter("page", { type: "integer", minimum: 1, maximum: MAX_PAGE, default: 1 });
export const language = parameter(
  "language",
  { type: "string", pattern: "^[A-Za-z]{2}(-[A-Za-z]{2})?$", default: "en-US" },
  "ISO 639-1, with an optional region",
);
export const region = parameter(
  "region",
  { type: "string", pattern: "^[A-Za-z]{2}$", default: "US" },
  "ISO 3166-1",
);

/** What films may be discovered by. */
export const wishes = [
  {
    ...parameter(
      "genre",
      { type: "array", maxItems: MAX_GENRES, items: { type: "integer", minimum: 1, maximum: MAX_ID } },
      "Films of all of these genres, see /api/genres",
    ),
    style: "form",
    explode: true,
  },
  parameter("fromYear", aYear, "Of first release; not after toYear"),
  parameter("toYear", aYear, "Of first release"),
  parameter("originalLanguage", { type: "string", pattern: "^[A-Za-z]{2}$" }, "ISO 639-1"),
  parameter(
    "minRating",
    { type: "integer", minimum: MIN_RATING.from, maximum: MIN_RATING.to },
    `The least average of votes, of 10; of films with ${LEAST_VOTES} votes or more`,
  ),
  parameter("sort", { enum: SORT_ORDERS, default: SORT_ORDERS[0] }),
];
