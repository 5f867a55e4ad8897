import { CALLS_PER_CLIENT, CALLS_PER_SECOND, CLIENT_SPAN_MS } from "@/lib/movies/quota";

import { startApi, type Api } from "./testing/api";

let api: Api;
let asked = 0;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

/** The clock goes on with each question, and stands still but for that. */
function setClock(start: number) {
  let now = start;
  jest.spyOn(Date, "now").mockImplementation(() => now);
  return { pass: (ms: number) => (now += ms), now: () => now };
}

const ask = (client = "192.0.2.1", query = `new ${asked++}`) =>
  api.ask(`/api/movies?query=${query}`, { headers: { "x-client-address": client } });

const START = Math.ceil(1_700_000_000_000 / CLIENT_SPAN_MS) * CLIENT_SPAN_MS;

test("TMDB is asked no more often than it may be, and what is known is answered all the same", async () => {
  const clock = setClock(START);
  const { body } = await ask("192.0.2.1", "known");
  expect(body.cache.source).toBe("tmdb");
  for (let calls = 1; calls < CALLS_PER_SECOND; calls++)
    expect((await ask(`192.0.2.${calls}`)).status).toBe(200);

  const refused = await ask();
  expect(refused).toMatchObject({ status: 503, body: { type: "urn:movies-viewer:quota-spent" } });
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await ask("192.0.2.1", "known")).toMatchObject({ status: 200, body: { cache: { hits: 1 } } });

  // Other processes hear of it without asking TMDB.
  api.restart();
  expect(await ask()).toMatchObject({ status: 503, body: { type: "urn:movies-viewer:quota-spent" } });
  clock.pass(1000);
  expect(await ask()).toMatchObject({ status: 200, body: { cache: { source: "tmdb" } } });
});

test("a client that makes up questions is told to wait, and nobody else", async () => {
  const clock = setClock(START);
  for (let calls = 0; calls < CALLS_PER_CLIENT; calls++) {
    expect((await ask()).status).toBe(200);
    clock.pass(30);
  }
  const refused = await ask();
  expect(refused).toMatchObject({ status: 429, body: { type: "urn:movies-viewer:too-many-requests" } });
  expect(refused.headers.get("retry-after")).toBe(String((CLIENT_SPAN_MS - 30 * CALLS_PER_CLIENT) / 1000));
  expect((await ask("192.0.2.2")).status).toBe(200);
  // What is not about films takes no call, and goes on.
  for (const path of ["/api/health", "/api/openapi.json"])
    expect((await api.ask(path, { headers: { "x-client-address": "192.0.2.1" } })).status).toBe(200);
  expect((await api.ask("/api/movies?query=nobody")).status).toBe(200);
  clock.pass(CLIENT_SPAN_MS - 30 * CALLS_PER_CLIENT);
  expect((await ask()).status).toBe(200);
});
