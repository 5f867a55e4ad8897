import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020.js";

import { openApiDocument } from "../openapi.json/document";

/** The schemas with nothing allowed beyond them, so that an undocumented member is found. A problem may have more. */
function closed(schema: unknown, name = ""): unknown {
  if (Array.isArray(schema)) return schema.map((one) => closed(one));
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value, key)]));
  const isObject = inner["type"] === "object" && "properties" in inner;
  return isObject && name !== "Problem" ? { ...inner, additionalProperties: false } : inner;
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats(ajv);
ajv.addKeyword("components");
ajv.addSchema({ $id: "api", components: closed(openApiDocument.components) });

/** What is wrong with a value that should be as a schema of the document says; null when nothing is. */
function mismatch(schema: { $ref?: string }, value: unknown): string | null {
  const validate = schema.$ref ? ajv.getSchema(`api${schema.$ref}`) : ajv.compile(schema);
  if (!validate) throw new Error(`no schema ${schema.$ref}`);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

interface DocumentedResponse {
  headers?: object;
  content?: Record<string, { schema?: { $ref?: string } }>;
}

/** The path as the document writes it; undefined for one that it does not know. */
function documentedPath(pathname: string): keyof typeof openApiDocument.paths | undefined {
  const paths = Object.keys(openApiDocument.paths) as (keyof typeof openApiDocument.paths)[];
  // As Next has it: a literal path before one with a parameter.
  return (
    paths.find((path) => path === pathname) ??
    paths.find((path) => new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname))
  );
}

/** In what an answer differs from what the API's own description says of it; empty when in nothing. */
export function undocumented(pathname: string, status: number, headers: Headers, text: string): string[] {
  const path = documentedPath(pathname);
  const responses: Record<string, DocumentedResponse> = path
    ? openApiDocument.paths[path].get.responses
    : {
        "404": {
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      };
  const response = responses[String(status)];
  if (!response) return [`${status} is not documented for ${pathname}`];

  const found: string[] = [];
  const [[type, { schema }] = [null, {}]] = Object.entries(response.content ?? {});
  if (headers.get("content-type") !== type) found.push(`content-type is ${headers.get("content-type")}`);
  const wrong = schema && mismatch(schema, JSON.parse(text));
  if (wrong) found.push(wrong);

  const documented = Object.keys(response.headers ?? {}).map((name) => name.toLowerCase());
  if (status < 400)
    found.push(...documented.filter((name) => !headers.has(name)).map((name) => `no ${name}`));
  const telling = ["age", "allow", "cache-status", "etag", "retry-after"];
  const secret = telling.filter((name) => headers.has(name) && !documented.includes(name));
  return [...found, ...secret.map((name) => `${name} is not documented`)];
}
