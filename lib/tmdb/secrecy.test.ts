import { inspect } from "node:util";

import { SecretUnavailableError } from "@/lib/aws/secret";
import { closedUrl, cutShort, hang, json, startServer, text, type TestServer } from "@/lib/testing/server";

import { createTmdbClient } from "./client";

const KEY = "eyJhbGciOiJIUzI1NiJ9.a-key-nobody-may-see";
const QUERY = "what-somebody-looks-for";

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(hang);
});
afterEach(() => tmdb.close());

/** Everything that can be had of the error of a search. */
async function told({
  apiUrl = tmdb.url,
  read = async () => KEY,
  deadlineMs = 10_000,
} = {}): Promise<string> {
  const client = createTmdbClient({ apiUrl, key: { read, replace: read }, deadlineMs });
  const search = client.searchMovies({ query: QUERY, page: 1, year: null, language: "en-US" });
  const error = await search.then(
    () => Promise.reject(new Error("it succeeded")),
    (reason: Error) => reason,
  );
  expect(error.name).toMatch(/^Tmdb\w+Error$/);
  const causes = inspect(error, { depth: null, showHidden: true });
  return [error.name, error.message, error.stack, JSON.stringify(error), causes, String(error)].join("\n");
}

function expectNothingTold(words: string) {
  for (const secret of [KEY, "nobody-may-see", "Bearer", QUERY]) {
    expect(words.includes(secret) ? secret : "nothing").toBe("nothing");
  }
}

describe("the error of a request to TMDB tells neither key nor query", () => {
  it.each([
    ["an error that quotes all of it", json(401, { status_message: `${KEY} ${QUERY}` })],
    ["a time to wait", json(429, {}, { "retry-after": "7" })],
    ["an error of the server", text(500, `Bearer ${KEY}`)],
    ["an answer that is no JSON", text(200, `{"${KEY}": ${QUERY}`)],
    ["an answer of another shape", json(200, { results: KEY, [KEY]: QUERY })],
    ["an answer too large", text(200, KEY.repeat(200_000))],
    ["an answer cut short", cutShort(KEY)],
    ["a redirect", text(301, "", { location: `http://elsewhere.example/?query=${QUERY}&key=${KEY}` })],
  ])("after %s", async (_name, respond) => {
    tmdb.respond = respond;
    expectNothingTold(await told());
  });

  it("after silence", async () => {
    expectNothingTold(await told({ deadlineMs: 200 }));
  });

  it("when the host can't be reached, though it keeps the cause for an operator", async () => {
    expect(await told({ apiUrl: await closedUrl() })).toContain("not reached (ECONNREFUSED)");
    const words = await told({ apiUrl: "http://no-such-host.invalid:4711" });
    expect(words).toContain("[cause]");
    expectNothingTold(words);
  });

  it("when fetch itself refuses the address", async () => {
    const apiUrl = `http://user:${KEY}@no-such-host.invalid:4711`;
    expectNothingTold(await told({ apiUrl }));
  });

  it.each([`${KEY}\nInjected: yes`, `${KEY}\r\n`, `${KEY} é`])(
    "when the key has the form %j",
    async (key) => {
      expectNothingTold(await told({ read: async () => key }));
      expect(tmdb.requests).toEqual([]);
    },
  );

  it("when the key can't be read", async () => {
    const read = () =>
      Promise.reject(new SecretUnavailableError("SSM parameter /movies/key could not be read"));
    expectNothingTold(await told({ read }));
  });
});
