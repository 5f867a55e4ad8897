import { reference } from "./json-schema";

const header = (description: string) => ({ description, schema: { type: "string" } });
const answerHeaders = {
  "Cache-Status": header("RFC 9211: a hit or a miss of the cache named movies"),
  Age: header("Seconds since the answer was fetched from TMDB"),
  "Cache-Control": header("no-cache: every request is answered, and counted, by the server"),
  ETag: header("Equal for all answers of one fetch"),
};

/** A body of JSON. */
export const json = (schema: string, description: string, headers: object = {}) => ({
  description,
  headers,
  content: { "application/json": { schema: reference(schema) } },
});

/** Something that went wrong. */
export const problem = (description: string, headers: object = {}) => ({
  description,
  headers,
  content: { "application/problem+json": { schema: reference("Problem") } },
});

const retryAfter = { "Retry-After": header("Seconds to wait") };

export const notAllowed = { "405": problem("The method is not allowed", { Allow: header("What is") }) };

/** What a question about films may be answered with. */
export const answers = (schema: string, description: string) => ({
  "200": json(schema, description, answerHeaders),
  "304": { description: "The answer named by If-None-Match still holds", headers: answerHeaders },
  "400": problem("A parameter can't be used; the detail says what is allowed"),
  "429": problem("TMDB asks to wait, or this client has asked too much that is new", retryAfter),
  "500": problem("This server failed"),
  "502": problem("TMDB can't be reached, or its answer can't be read"),
  "503": problem(
    "TMDB asks to wait or has been asked as often as it may be, or this server's key is missing or refused",
    retryAfter,
  ),
  "504": problem("TMDB took too long to answer"),
});
