import { id, ifNoneMatch, language, page, query, region, wishes, year } from "./parameters";
import { answers, json, notAllowed, problem } from "./responses";
import { schemas } from "./schemas";

const get = (summary: string, operation: { parameters?: object[]; responses: object }) => ({
  get: { summary, ...operation, responses: { ...operation.responses, ...notAllowed } },
});

/** A list of films that takes these parameters. */
const list = (summary: string, ...parameters: object[]) =>
  get(summary, {
    parameters: [...parameters, page, language, ifNoneMatch],
    responses: answers("MoviePage", "A page of films"),
  });

/** The API in OpenAPI 3.1. A test holds it against the handlers. */
export const openApiDocument = {
  openapi: "3.1.0",
  info: {
    title: "Movies viewer",
    version: "1",
    description:
      "Searches films of TMDB. The same request is forwarded to TMDB at most once per window, which is two " +
      "minutes unless the server is set otherwise, and answered from a counted cache otherwise. This application uses TMDB and the TMDB APIs but is not " +
      "endorsed, certified, or otherwise approved by TMDB. Where to watch a film comes from JustWatch.",
  },
  paths: {
    "/api/movies": get("Search films by title", {
      parameters: [query, page, year, language, ifNoneMatch],
      responses: answers("SearchPage", "The films found"),
    }),
    "/api/movies/discover": list("Films by genre, year, language and rating", ...wishes),
    "/api/movies/trending": list("The films of the week"),
    "/api/movies/now-playing": list("What is in a region's cinemas", region),
    "/api/movies/popular": list("Popular films of a region", region),
    "/api/movies/upcoming": list("What comes to a region's cinemas soon", region),
    "/api/movies/{id}": get("One film with its people, trailers and recommendations, for a region", {
      parameters: [id, language, region, ifNoneMatch],
      responses: { ...answers("MovieDetails", "The film"), "404": problem("TMDB has no such film") },
    }),
    "/api/people/{id}": get("One person with their films", {
      parameters: [id, language, ifNoneMatch],
      responses: { ...answers("Person", "The person"), "404": problem("TMDB has no such person") },
    }),
    "/api/genres": get("The genres of films", {
      parameters: [language, ifNoneMatch],
      responses: answers("Genres", "The genres"),
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
