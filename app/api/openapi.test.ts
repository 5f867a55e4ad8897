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
    ["/api/movies", "/api/movies?query=matrix&", 500, 1],
    ["/api/movies/trending", "/api/movies/trending?", 500, 1],
    ["/api/movies", "/api/movies?query=matrix&", 2100, 1870],
  ] as const)("gives the bounds that %s keeps to", async (path, prefix, maximum, minimum) => {
    const name = maximum === 500 ? "page" : "year";
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
});

describe("the answers of the API are what its description says", () => {
  const REFUSING = { status: 500, body: "" };
  const WAITING = { status: 429, body: "", headers: { "Retry-After": "1" } };
  const KEY_REFUSED = { status: 401, body: "" };

  // Each answer is held against the description where it is asked for, see ./testing/api.
  it.each([
    ["/api/movies", (n: number) => `/api/movies?query=film+${n}`, 1, "/api/movies?query="],
    [
      "/api/movies/trending",
      (n: number) => `/api/movies/trending?page=${n}`,
      1,
      "/api/movies/trending?page=0",
    ],
    ["/api/movies/{id}", (n: number) => `/api/movies/${n}`, 603, "/api/movies/0"],
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
    if (path === "/api/movies/{id}") await ask("/api/movies/999999999");
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
