// Playwright reports each of its own expectations as a step, which takes longer than the requests.
import assert from "node:assert/strict";
import { request as send, Agent, type IncomingHttpHeaders } from "node:http";

import fc from "fast-check";

import { undocumented } from "../app/api/testing/documented";
import { apiPath, encoded, headers, method, parameters } from "../app/api/testing/made-up-requests";
import { isReadablePath } from "../lib/http/readable-path";
import { baseUrl, isDeployed } from "./support/addresses";
import { test } from "./support/test";

test.skip(
  isDeployed,
  "BASE_URL is set: all that is made up would be the questions of one client, who asks too much",
);

/** The same requests every time, so that what passed goes on passing. `FUZZ_RUNS=20000 npm run test:e2e -- fuzz` makes up others. */
const { FUZZ_RUNS } = process.env;
const OPTIONS = FUZZ_RUNS === undefined ? { numRuns: 300, seed: 1 } : { numRuns: Number(FUZZ_RUNS) };
test.setTimeout(60_000 + OPTIONS.numRuns * 100);

/** What a page may take at most, of which 4 s are TMDB's. */
const LONGEST_MS = 5000;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });

/** Sends the path as it is: fetch would put it right. */
function ask(path: string, method: string, headers: Record<string, string | string[]>): Promise<Answer> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const asked = send(
      { hostname, port, path, method, headers, agent, timeout: 2 * LONGEST_MS },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString("utf8"),
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.on("timeout", () => asked.destroy(new Error("no answer")));
    asked.end();
  });
}

/** An answer that came soon, and is no failure of our own. */
async function askInTime(...request: Parameters<typeof ask>): Promise<Answer> {
  const started = performance.now();
  const answer = await ask(...request);
  assert.ok(performance.now() - started < LONGEST_MS, "late");
  assert.ok(answer.status < 500, String(answer.status));
  return answer;
}

/** What Node's server answers by itself to a request that is none, or too long, and Next to a method that it doesn't know. */
const isWithoutWords = ({ status, headers, text }: Answer, method: string) =>
  text === "" &&
  (([400, 431].includes(status) && headers.connection === "close") ||
    ([400, 405].includes(status) && UNKNOWN_METHODS.includes(method)));

const isRedirect = ({ status }: Answer) => status >= 300 && status < 400 && status !== 304;

/** Nobody is sent to where a made-up header says. */
function expectToStay({ headers }: Answer): void {
  assert.equal(new URL(headers.location ?? "", baseUrl).host, new URL(baseUrl).host);
}

function expectProblem({ headers, text, status }: Answer): void {
  assert.equal(headers["content-type"], "application/problem+json");
  const problem = JSON.parse(text) as { status: number; type: string };
  assert.equal(problem.status, status);
  assert.match(problem.type, /^urn:movies-viewer:[a-z-]+$/);
}

/** TRACE is none of them: a fetch request, as Next makes of everything, can't have it, and CloudFront takes none. */
const UNKNOWN_METHODS = ["PROPFIND", "PURGE", "QUERY"];
const anyMethod = fc.oneof(
  { weight: 9, arbitrary: method },
  { weight: 1, arbitrary: fc.constantFrom("HEAD", ...UNKNOWN_METHODS) },
);

/** Headers by which Next knows its own, and such as nobody should send. */
const oddHeaders = fc.record(
  {
    rsc: fc.constantFrom("1", "0", ""),
    "next-router-prefetch": fc.constantFrom("1", "2", "x"),
    // Next (16.4) answers one that it can't parse with 500, before anything of ours is asked.
    "next-router-state-tree": fc.constantFrom(
      "%5B%22%22%2C%7B%7D%5D",
      "%5B%22x%22%2C%7B%7D%2Cnull%2C%22refetch%22%5D",
    ),
    "next-action": fc.constantFrom("x", "7f3e9d4c2b1a0f8e7d6c5b4a39281706f5e4d3c2b1"),
    "x-middleware-subrequest": fc.constant("proxy:proxy:proxy:proxy:proxy"),
    "x-forwarded-host": fc.constantFrom("evil.example", "a,b", ""),
    "x-forwarded-proto": fc.constantFrom("https", "gopher"),
    accept: fc.constantFrom("text/html", "text/x-component", "*/*", "x".repeat(2000)),
    cookie: fc.constantFrom(
      "language=xx",
      "region=\u00ff",
      "language=de; language=ar",
      "=;=",
      `a=${"x".repeat(9000)}`,
    ),
    "accept-encoding": fc.constantFrom("identity", "gzip;q=x", "br, zstd"),
    "sec-fetch-dest": fc.constantFrom("empty", "document", "iframe"),
    "x-long": fc.constantFrom("x".repeat(12_000), "x".repeat(20_000)),
    "x-twice": fc.constant(0).map(() => ["a", "b"]),
  },
  { requiredKeys: [] },
);
// Most requests are no attack on Next.
const allHeaders = fc
  .tuple(headers, fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders }))
  .map(([sensible, odd]) => ({ ...sensible, ...odd }) as Record<string, string | string[]>);

const addressOf = (path: string, parameters: string) => (parameters === "" ? path : `${path}?${parameters}`);

test("whatever the API is asked, its answer is as its description says, and comes soon", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyMethod,
      apiPath,
      parameters,
      allHeaders,
      async (method, path, parameters, headers) => {
        const answer = await askInTime(addressOf(path, parameters), method, headers);
        if (isWithoutWords(answer, method) || method === "HEAD") return;
        // Next takes // and a / at the end off, and sends what looks like its router on.
        if (isRedirect(answer)) return expectToStay(answer);
        if (answer.status >= 400) expectProblem(answer);
        if (method !== "GET") return;
        const { pathname } = new URL(path, baseUrl);
        if (!isReadablePath(pathname)) return assert.equal(answer.status, 400);
        const told = new Headers();
        for (const [name, value] of Object.entries(answer.headers)) told.set(name, String(value));
        assert.deepEqual(undocumented(pathname, answer.status, told, answer.text), []);
      },
    ),
    OPTIONS,
  );
});

const pagePath = fc
  .tuple(
    fc.constantFrom("", "", "", "/de", "/ar", "/en", "/xx"),
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "/",
          "/discover",
          "/watchlist",
          "/about",
          "/offline",
          "/lists/popular",
          "/lists/trending",
        ),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(
            fc.constantFrom("movies", "people", "lists"),
            fc.oneof(fc.nat({ max: 2000 }).map(String), encoded),
          )
          .map(([kind, name]) => `/${kind}/${name}`),
      },
      { weight: 1, arbitrary: encoded.map((text) => `/${text}`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "//",
          "/./",
          "/movies//1",
          "/robots.txt",
          "/sitemap.xml",
          "/manifest.webmanifest",
        ),
      },
      { weight: 1, arbitrary: encoded.map((text) => `/_next/${text}`) },
    ),
  )
  .map((parts) => parts.join(""));

test("whatever page is asked for, a page comes, or a problem in words, and soon", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyMethod,
      pagePath,
      parameters,
      allHeaders,
      async (method, path, parameters, headers) => {
        const answer = await askInTime(addressOf(path, parameters), method, headers);
        if (isWithoutWords(answer, method)) return;
        const type = answer.headers["content-type"] ?? "";
        if (isRedirect(answer)) {
          expectToStay(answer);
        } else if (type.startsWith("text/html")) {
          assert.equal(answer.headers["x-content-type-options"], "nosniff");
          assert.match(String(answer.headers["content-security-policy"]), /frame-ancestors 'none'/);
          if (method !== "HEAD") assert.match(answer.text, /<html lang="(en|de|fr|es|ar)"/);
        } else if (
          answer.status >= 400 &&
          method !== "HEAD" &&
          type !== "text/x-component" &&
          !path.includes("/_next/")
        ) {
          expectProblem(answer);
        }
      },
    ),
    OPTIONS,
  );
});

/** Pages, and where the API answers the same question. */
const PAIRS: readonly [page: string, api: string][] = [
  ["/", "/api/movies"],
  ["/discover", "/api/movies/discover"],
  ["/lists/popular", "/api/movies/popular"],
  ["/lists/now-playing", "/api/movies/now-playing"],
];

/** Whether a page is as strict with all of it: language and region are the visitor's, and another is taken for a bad one. */
function isReadBy(page: string, parameters: string): boolean {
  // No client sends what stands behind it.
  if (parameters.includes("#")) return false;
  const names = new URLSearchParams(parameters);
  // Next (16.4) gives the proxy another query than was sent where one is called so.
  if (names.has("__proto__")) return false;
  return page === "/" ? asksForSomething(parameters) : !names.has("language") && !names.has("region");
}

// The start page is what is shown to who asks for nothing.
const asksForSomething = (parameters: string) =>
  new URLSearchParams(parameters).getAll("query").some((query) => query.trim() !== "");

test("a page and the API agree on what can be asked, and what is not there", async () => {
  const question = fc.oneof(
    fc
      .tuple(fc.constantFrom(...PAIRS), parameters)
      .filter(([[page], parameters]) => isReadBy(page, parameters)),
    fc
      .tuple(fc.constantFrom("movies", "people"), fc.oneof(fc.nat({ max: 2000 }).map(String), encoded))
      .filter(([, id]) => !id.includes("#"))
      .map(([kind, id]) => [[`/${kind}/${id}`, `/api/${kind}/${id}`], ""] as [[string, string], string]),
  );
  await fc.assert(
    fc.asyncProperty(question, headers, async ([[page, api], parameters], headers) => {
      const client = { "x-client-address": headers["x-client-address"], "accept-language": "en" };
      const shown = await ask(addressOf(page, parameters), "GET", client);
      const told = await ask(addressOf(api, parameters), "GET", client);
      // To the API it is a bad id; a page of that address there is none.
      const isBadId = parameters === "" && told.status === 400 && !PAIRS.some(([known]) => known === page);
      assert.equal(shown.status, isBadId ? 404 : told.status);
    }),
    OPTIONS,
  );
});
