import { filmSchemas } from "./film-schemas";
import { object, nullable, reference, text } from "./json-schema";

const dependency = reference("Dependency");

/** The JSON Schemas of everything that the API answers. */
export const schemas = {
  ...filmSchemas,
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
