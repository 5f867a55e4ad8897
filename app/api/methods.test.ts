import { startApi, type Api } from "./testing/api";

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const PATHS = [
  "/api/movies",
  "/api/movies/discover",
  "/api/movies/trending",
  "/api/movies/now-playing",
  "/api/movies/popular",
  "/api/movies/upcoming",
  "/api/movies/603",
  "/api/people/6384",
  "/api/genres",
  "/api/health",
  "/api/openapi.json",
];

describe("a method that changes something", () => {
  it.each(PATHS.flatMap((path) => ["POST", "PUT", "PATCH", "DELETE"].map((method) => [method, path])))(
    "%s %s is answered with 405 and what is allowed",
    async (method, path) => {
      const { status, headers, body } = await api.ask(`${path}?query=matrix`, { method });
      expect(status).toBe(405);
      expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS");
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(body).toEqual({
        type: "urn:movies-viewer:method-not-allowed",
        title: "Method not allowed",
        status: 405,
        detail: "This address takes GET, HEAD, OPTIONS only.",
        instance: path,
      });
    },
  );

  it("costs TMDB nothing", () => {
    expect(api.tmdb.requests).toEqual([]);
  });
});

describe("OPTIONS", () => {
  it.each(PATHS)("of %s tells a browser what other origins may do", async (path) => {
    const { status, headers, text } = await api.ask(path, { method: "OPTIONS" });
    expect({ status, text }).toEqual({ status: 204, text: "" });
    expect(Object.fromEntries(headers)).toEqual({
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "*",
      "access-control-expose-headers": "Age, Cache-Status, ETag, Retry-After, X-Request-Id",
      "access-control-max-age": "86400",
    });
  });
});

describe("an address of the API at which there is nothing", () => {
  it.each([
    ["GET", "/api/films"],
    ["GET", "/api/movies/603/cast"],
    ["GET", "/api/people"],
    ["GET", "/api/%E2%98%83"],
    ["POST", "/api/films"],
    ["OPTIONS", "/api/films"],
  ])("%s %s is answered with 404", async (method, path) => {
    const { status, headers, body } = await api.ask(`${path}?query=x`, { method });
    expect(status).toBe(404);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toEqual({
      type: "urn:movies-viewer:not-found",
      title: "Not found",
      status: 404,
      detail: "There is nothing at this address. GET /api/openapi.json lists what there is.",
      instance: path,
    });
  });
});
