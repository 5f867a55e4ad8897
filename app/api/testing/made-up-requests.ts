import fc from "fast-check";

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
const PARAMETERS = [
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
/** A text as it stands in an address: encoded as it should be, or not at all, or wrongly. */
export const encoded = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .oneof(sensible, odd)
      .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?"))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("%", "%ff", "%C3%28", "%E0%A4%A", "%00", "+", "%2B", "%252e%252e", ";", "#"),
  },
);

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PARAMETERS) },
  { weight: 1, arbitrary: encoded },
);

/** What stands behind the question mark: known and unknown names, some of them twice. */
export const parameters = fc
  .array(fc.tuple(name, encoded), { maxLength: 6 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join("&"));

/** A path under /api. */
export const apiPath = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ROUTES) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("movies", "people"), fc.oneof(fc.nat().map(String), encoded))
      .map((parts) => `/api/${parts.join("/")}`),
  },
  { weight: 1, arbitrary: encoded.map((text) => `/api/${text}`) },
);

/** Headers that have a say in an answer. Each request comes from a client of its own, so that none asks too much. */
export const headers = fc.record(
  {
    "if-none-match": fc.constantFrom("*", '"x"', 'W/"x", "y"', "x", '"', "\t"),
    "accept-language": fc.constantFrom("de", "*", "xx-YY;q=2", ",,,", "en;q=0"),
    "x-client-address": fc.ipV4(),
    range: fc.constantFrom("bytes=0-0", "bytes=9-1"),
  },
  { requiredKeys: ["x-client-address"] },
);

export const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant("GET") },
  { weight: 1, arbitrary: fc.constantFrom("POST", "PUT", "DELETE", "PATCH", "OPTIONS") },
);
