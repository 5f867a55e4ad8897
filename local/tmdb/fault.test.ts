import { EventEmitter, once } from "node:events";
import { standInFilm } from "./catalogue/film";
import type { Fault } from "./fault";
import { startTmdbStandIn, type TmdbStandIn } from "./stand-in";

const films = [standInFilm({ id: 1, title: "One" })];
let standIn: TmdbStandIn;

const ask = async (fault: Fault | undefined) => {
  standIn = await startTmdbStandIn({ key: "k", films, intercept: () => fault });
  return fetch(`${standIn.url}/3/movie/1`, { headers: { Authorization: "Bearer k" } });
};
afterEach(() => standIn.close());

test("no fault: the usual answer", async () => {
  expect(await (await ask(undefined)).json()).toMatchObject({ title: "One" });
});

test("another answer, as it is", async () => {
  const response = await ask({ status: 429, headers: { "Retry-After": "7" }, body: '{"status_code":25}' });
  expect([response.status, response.headers.get("retry-after"), await response.text()]).toEqual([
    429,
    "7",
    '{"status_code":25}',
  ]);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
});

test("another answer may be no JSON", async () => {
  const response = await ask({ status: 502, headers: { "Content-Type": "text/html" }, body: "<h1>Bad</h1>" });
  expect(response.headers.get("content-type")).toBe("text/html");
});

test("a delay, then the usual answer", async () => {
  const before = performance.now();
  expect((await ask({ delayMs: 60 })).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(55);
});

test("half an answer", async () => {
  const response = await ask({ truncate: true });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test("a connection that is closed without an answer", async () => {
  await expect(ask({ drop: true })).rejects.toThrow();
});

test("no answer ever; closing the stand-in ends it", async () => {
  const arrivals = new EventEmitter();
  const intercept = () => {
    arrivals.emit("request");
    return { hang: true } as const;
  };
  standIn = await startTmdbStandIn({ key: "k", films, intercept });
  const arrived = once(arrivals, "request");
  const ended = expect(fetch(standIn.url)).rejects.toThrow();
  await arrived;
  await standIn.close();
  await ended;
});

test("a fault may depend on the request, and come later", async () => {
  standIn = await startTmdbStandIn({
    key: "k",
    films,
    intercept: async ({ path, query }) =>
      path === "/3/search/movie" && query.get("query") === "x" ? { status: 500, body: "" } : undefined,
  });
  const headers = { Authorization: "Bearer k" };
  expect((await fetch(`${standIn.url}/3/search/movie?query=x`, { headers })).status).toBe(500);
  expect((await fetch(`${standIn.url}/3/search/movie?query=y`, { headers })).status).toBe(200);
});
