import fc from "fast-check";

import { startApi, type Api } from "./testing/api";

/** `FUZZ_RUNS=20000 npm run test:unit -- app/api/fuzz` asks for longer. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 500);
const LONGEST_MS = 4500;
/** Between two requests, so that calls to TMDB are never too many. */
const PAUSE_MS = 30;

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const ROUTES = [
  "/api/movies",
  "/api/movies/discover",
  "/api/movies/now-playing",
  "/api/movies/popular",
  "/api/movies/trending",
  "/api/movies/upcoming",
  "/api/genres",
  "/api/health",
  "/api/openapi.json",
];
const NAMES = [
  ...["query", "page", "year", "language", "region", "genre", "fromYear", "toYear", "originalLanguage"],
  ...["minRating", "sort", "id", "__proto__", "constructor", "QUERY", "page[]"],
];

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.constantFrom(
    "../../etc/passwd",
    "a\u0000b",
    "\u202edlrow",
    "‮<script>",
    "'--",
    "${7*7}",
    "%",
    "nan",
    "1e9",
  ),
  fc.integer({ min: 0, max: 3000 }).map((length) => "x".repeat(length)),
);
const sensible = fc.oneof(
  fc.constantFrom(
    "matrix",
    "The  MATRIX",
    "amélie",
    "天使",
    "de-DE",
    "en",
    "US",
    "popularity.desc",
    "28,12",
    "-1",
    "0",
  ),
  fc.integer({ min: -5, max: 600 }).map(String),
  fc.integer({ min: 1860, max: 2110 }).map(String),
);
/** As it stands in an address: encoded as it should be, or not at all, or wrongly. */
const encoded = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(sensible, odd).map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?"))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("%", "%ff", "%C3%28", "%E0%A4%A", "%00", "+", "%2B", "%252e%252e", ";", "#"),
  },
);
const name = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: encoded });
const parameters = fc
  .array(fc.tuple(name, encoded), { maxLength: 6 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join("&"));
/** An address under /api that the server's URL parser takes. */
const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ROUTES) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("movies", "people"), fc.oneof(fc.nat().map(String), encoded))
      .map((parts) => `/api/${parts.join("/")}`),
  },
  { weight: 1, arbitrary: encoded.map((text) => `/api/${text}`) },
);
const headers = fc.record(
  {
    "if-none-match": fc.constantFrom("*", '"x"', 'W/"x", "y"', "x", '"', "\t"),
    "accept-language": fc.constantFrom("de", "*", "xx-YY;q=2", ",,,", "en;q=0"),
    "x-client-address": fc.ipV4(),
    range: fc.constantFrom("bytes=0-0", "bytes=9-1"),
  },
  { requiredKeys: ["x-client-address"] },
);
const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant("GET") },
  { weight: 1, arbitrary: fc.constantFrom("POST", "PUT", "DELETE", "PATCH", "OPTIONS") },
);

/** Next answers a path that is no UTF-8 before a handler is asked. */
const isReadable = (address: string) => {
  try {
    decodeURIComponent(new URL(address, "http://localhost").pathname);
    return true;
  } catch {
    return false;
  }
};

test("whatever is asked is answered as the API's description says, soon, and without a failure of our own", async () => {
  await fc.assert(
    fc.asyncProperty(method, path, parameters, headers, async (method, path, parameters, headers) => {
      const address = parameters === "" ? path : `${path}?${parameters}`;
      const { pathname } = new URL(address, "http://localhost");
      fc.pre(pathname.startsWith("/api/") && pathname.length > "/api/".length && isReadable(address));
      api.advance(PAUSE_MS);
      const started = performance.now();
      const { status, headers: answered, text } = await api.ask(address, { method, headers });
      expect(performance.now() - started).toBeLessThan(LONGEST_MS);
      expect(status).toBeLessThan(500);
      if (status >= 400) {
        expect(answered.get("content-type")).toBe("application/problem+json");
        expect(JSON.parse(text)).toMatchObject({
          status,
          type: expect.stringMatching(/^urn:movies-viewer:[a-z-]+$/),
        });
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);
