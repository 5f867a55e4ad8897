import { FIRST_YEAR, LAST_YEAR, MAX_PAGE } from "@/lib/movies/parameters";
import { MAX_ID, MAX_QUERY_LENGTH } from "@/lib/movies/search-request";

import { reference, schemas } from "./schemas";

const parameter = (name: string, schema: object, more: object = {}) => ({
  name,
  in: "query",
  required: false,
  schema,
  ...more,
});
const page = parameter("page", { type: "integer", minimum: 1, maximum: MAX_PAGE, default: 1 });
const language = parameter(
  "language",
  { type: "string", pattern: "^[A-Za-z]{2}(-[A-Za-z]{2})?$", default: "en-US" },
  { description: "ISO 639-1, with an optional region" },
);
const ifNoneMatch = { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } };

const header = (description: string) => ({ description, schema: { type: "string" } });
const answerHeaders = {
  "Cache-Status": header("RFC 9211: a hit or a miss of the cache named movies"),
  Age: header("Seconds since the answer was fetched from TMDB"),
  "Cache-Control": header("no-cache: every request is answered, and counted, by the server"),
  ETag: header("Equal for all answers of one fetch"),
};

const json = (schema: string, description: string, headers: object = {}) => ({
  description,
  headers,
  content: { "application/json": { schema: reference(schema) } },
});
const problem = (description: string, headers: object = {}) => ({
  description,
  headers,
  content: { "application/problem+json": { schema: reference("Problem") } },
});
const retryAfter = { "Retry-After": header("Seconds to wait") };

const badParameter = { "400": problem("A parameter can't be used; the detail says what is allowed") };
const notAllowed = { "405": problem("The method is not allowed", { Allow: header("What is") }) };
const notModified = {
  "304": { description: "The answer named by If-None-Match still holds", headers: answerHeaders },
};
const upstream = {
  "429": problem("TMDB asks to wait", retryAfter),
  "500": problem("This server failed"),
  "502": problem("TMDB can't be reached, or its answer can't be read"),
  "503": problem("TMDB asks to wait, or this server's key is missing or refused", retryAfter),
  "504": problem("TMDB took too long to answer"),
};

const get = (summary: string, operation: { parameters?: object[]; responses: object }) => ({
  get: { summary, ...operation, responses: { ...operation.responses, ...notAllowed } },
});

/** The API in OpenAPI 3.1. A test holds it against the handlers. */
export const openApiDocument = {
  openapi: "3.1.0",
  info: {
    title: "Movies viewer",
    version: "1",
    description:
      "Searches films of TMDB. The same request is forwarded to TMDB at most once in two minutes and " +
      "answered from a counted cache otherwise. This application uses TMDB and the TMDB APIs but is not " +
      "endorsed, certified, or otherwise approved by TMDB.",
  },
  paths: {
    "/api/movies": get("Search films by title", {
      parameters: [
        parameter(
          "query",
          { type: "string", minLength: 1, maxLength: MAX_QUERY_LENGTH },
          {
            required: true,
            description: "Case, Unicode form and white space do not matter",
          },
        ),
        page,
        parameter(
          "year",
          { type: "integer", minimum: FIRST_YEAR, maximum: LAST_YEAR },
          { description: "Of first release" },
        ),
        language,
        ifNoneMatch,
      ],
      responses: {
        "200": json("SearchPage", "The films found", answerHeaders),
        ...notModified,
        ...badParameter,
        ...upstream,
      },
    }),
    "/api/movies/trending": get("The films of the week", {
      parameters: [page, language, ifNoneMatch],
      responses: {
        "200": json("MoviePage", "The films of the week", answerHeaders),
        ...notModified,
        ...badParameter,
        ...upstream,
      },
    }),
    "/api/movies/{id}": get("One film with cast, trailers and recommendations", {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1, maximum: MAX_ID } },
        language,
        ifNoneMatch,
      ],
      responses: {
        "200": json("MovieDetails", "The film", answerHeaders),
        ...notModified,
        ...badParameter,
        "404": problem("TMDB has no such film"),
        ...upstream,
      },
    }),
    "/api/health": get("Whether DynamoDB, SSM and TMDB were reachable when they were last used", {
      responses: {
        "200": json("Health", "This server answers"),
        "503": problem("This server's settings are wrong"),
      },
    }),
    "/api/openapi.json": get("This document", {
      responses: { "200": { description: "OpenAPI 3.1", content: { "application/json": {} } } },
    }),
  },
  components: { schemas },
};
