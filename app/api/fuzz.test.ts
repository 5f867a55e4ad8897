import fc from "fast-check";

import { isReadablePath } from "@/lib/http/readable-path";

import { startApi, type Api } from "./testing/api";
import { apiPath, headers, method, parameters } from "./testing/made-up-requests";

/** The same requests every time, so that what passed goes on passing. `FUZZ_RUNS=20000 npm run test:unit -- --coverage=false fuzz` makes up others. */
const { FUZZ_RUNS } = process.env;
const OPTIONS = FUZZ_RUNS === undefined ? { numRuns: 500, seed: 1 } : { numRuns: Number(FUZZ_RUNS) };
const LONGEST_MS = 4500;
/** Between two requests, so that calls to TMDB are never too many. */
const PAUSE_MS = 30;

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test("whatever is asked is answered as the API's description says, soon, and without a failure of our own", async () => {
  await fc.assert(
    fc.asyncProperty(method, apiPath, parameters, headers, async (method, path, parameters, headers) => {
      const address = parameters === "" ? path : `${path}?${parameters}`;
      const { pathname } = new URL(address, "http://localhost");
      fc.pre(pathname.startsWith("/api/") && pathname.length > "/api/".length && isReadablePath(pathname));
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
    OPTIONS,
  );
}, 600_000);
