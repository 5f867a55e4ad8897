import { readdirSync } from "node:fs";
import { join } from "node:path";

import { openApiDocument } from "./openapi.json/document";
import { startApi, type Api } from "./testing/api";

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
afterEach(() => {
  api.fault = undefined;
  api.advance(60_000);
});

/** Every value of a member of that name, however deep. */
function valuesOf(name: string, node: unknown): unknown[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === name ? [value] : valuesOf(name, value)));
}

function routeFiles(folder: string, path: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? routeFiles(join(folder, entry.name), `${path}/${entry.name.replace(/^\[(\w+)\]$/, "{$1}")}`)
      : entry.name === "route.ts"
        ? [path]
        : [],
  );
}

describe("the description of the API", () => {
  it("is OpenAPI 3.1, open to every origin, and names TMDB as its terms ask", async () => {
    const { status, headers, body } = await api.ask("/api/openapi.json");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument)));
    expect(body).toMatchObject({ openapi: "3.1.0", info: { title: "Movies viewer", version: "1" } });
    expect(openApiDocument.info.description).toContain(
      "This application uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.",
    );
  });

  it("refers to nothing that it does not have, and has nothing that it does not refer to", () => {
    const references = new Set(valuesOf("$ref", openApiDocument));
    const schemas = Object.keys(openApiDocument.components.schemas);
    expect([...references].sort()).toEqual(schemas.map((name) => `#/components/schemas/${name}`).sort());
  });

  it("has every route file but the one for what is not there, and no more", () => {
    const files = routeFiles(__dirname, "/api").filter((path) => !path.includes("[..."));
    expect(Object.keys(openApiDocument.paths).sort()).toEqual(files.sort());
  });

  it("names every parameter of a path", () => {
    for (const [path, { get }] of Object.entries(openApiDocument.paths)) {
      const parameters = ("parameters" in get ? get.parameters : []) as { name: string; in: string }[];
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(names);
    }
  });

  it.each([
    ["/api/movies", "page", "/api/movies?query=matrix&", 1, 500],
    ["/api/movies", "year", "/api/movies?query=matrix&", 1870, 2100],
    ["/api/movies/discover", "page", "/api/movies/discover?", 1, 500],
    ["/api/movies/discover", "fromYear", "/api/movies/discover?", 1870, 2100],
    ["/api/movies/discover", "toYear", "/api/movies/discover?", 1870, 2100],
    ["/api/movies/discover", "minRating", "/api/movies/discover?", 1, 9],
    ["/api/movies/trending", "page", "/api/movies/trending?", 1, 500],
    ["/api/movies/popular", "page", "/api/movies/popular?", 1, 500],
  ] as const)("gives the bounds that %s keeps to: %s", async (path, name, prefix, minimum, maximum) => {
    expect(openApiDocument.paths[path].get).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({ name, schema: expect.objectContaining({ minimum, maximum }) }),
      ]),
    });
    const statuses = [minimum - 1, minimum, maximum, maximum + 1].map(
      async (value) => (await api.ask(`${prefix}${name}=${value}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([400, 200, 200, 400]);
  });

  it("gives the orders that films can be discovered in, and the most genres", async () => {
    const schemaOf = (name: string) =>
      (
        openApiDocument.paths["/api/movies/discover"].get.parameters as { name: string; schema: object }[]
      ).find((one) => one.name === name)?.schema as { enum: string[]; maxItems: number };
    const statusOf = async (wish: string) => (await api.ask(`/api/movies/discover?${wish}`)).status;
    const genres = (count: number) => Array.from({ length: count }, (_, index) => index + 1).join();
    for (const order of schemaOf("sort").enum) expect(await statusOf(`sort=${order}`)).toBe(200);
    expect(await statusOf("sort=adult.desc")).toBe(400);
    const { maxItems } = schemaOf("genre");
    expect([
      await statusOf(`genre=${genres(maxItems)}`),
      await statusOf(`genre=${genres(maxItems + 1)}`),
    ]).toEqual([200, 400]);
  });
});

describe("the answers of the API are what its description says", () => {
  const REFUSING = { status: 500, body: "" };
  const WAITING = { status: 429, body: "", headers: { "Retry-After": "1" } };
  const KEY_REFUSED = { status: 401, body: "" };
  const LANGUAGES: Readonly<Record<number, string>> = { 1: "en", 100: "de", 101: "fr", 102: "es" };

  // Each answer is held against the description where it is asked for, see ./testing/api.
  it.each([
    ["/api/movies", (n: number) => `/api/movies?query=film+${n}`, 1, "/api/movies?query="],
    ...(["discover", "trending", "now-playing", "popular", "upcoming"] as const).map(
      (list) =>
        [
          `/api/movies/${list}`,
          (n: number) => `/api/movies/${list}?page=${n}`,
          1,
          `/api/movies/${list}?page=0`,
        ] as const,
    ),
    ["/api/movies/{id}", (n: number) => `/api/movies/${n}`, 603, "/api/movies/0"],
    ["/api/people/{id}", (n: number) => `/api/people/${n}`, 6384, "/api/people/0"],
    ["/api/genres", (n: number) => `/api/genres?language=${LANGUAGES[n]}`, 1, "/api/genres?language=x"],
  ] as const)("%s", async (path, address, one, bad) => {
    const statuses: number[] = [];
    const ask = async (...request: Parameters<Api["ask"]>) => {
      const answered = await api.ask(...request);
      statuses.push(answered.status);
      return answered;
    };

    const { headers } = await ask(address(one));
    await ask(address(one));
    await ask(address(one), { headers: { "if-none-match": headers.get("etag") ?? "" } });
    await ask(bad);
    await ask(address(one), { method: "DELETE" });
    if (path.endsWith("{id}")) await ask(path.replace("{id}", "999999999"));
    for (const [index, fault] of [REFUSING, KEY_REFUSED, WAITING].entries()) {
      api.fault = fault;
      await ask(address(100 + index));
    }
    const documented = Object.keys(openApiDocument.paths[path].get.responses).map(Number);
    // 500 is a bug, and 504 takes TMDB's deadline: both are asked for elsewhere.
    expect([...new Set(statuses)].sort()).toEqual(
      documented.filter((status) => status !== 500 && status !== 504),
    );
  });

  it("/api/health and /api/openapi.json", async () => {
    for (const path of ["/api/health", "/api/openapi.json"]) {
      expect((await api.ask(path)).status).toBe(200);
      expect((await api.ask(path, { method: "PUT" })).status).toBe(405);
    }
  });
});
