import type { AnswerEvent, CacheEvent } from "@/lib/cache/answer";
import { TmdbQuotaSpentError } from "@/lib/tmdb/errors";

import { createTelemetry, hashOf } from "./telemetry";

const KEY = "search?language=en-US&page=1&query=what+somebody+looks+for";
const ANSWER: AnswerEvent = {
  type: "answer",
  key: KEY,
  outcome: "hit",
  hits: 7,
  waited: false,
  tookOver: false,
  storeFailed: false,
  storeMs: 3.14159,
  originMs: 0,
};

let lines: string[];
const disabled = process.env.POWERTOOLS_METRICS_DISABLED;
beforeEach(() => {
  lines = [];
  delete process.env.POWERTOOLS_METRICS_DISABLED;
  jest.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  if (disabled !== undefined) process.env.POWERTOOLS_METRICS_DISABLED = disabled;
});

/** What is written for an event: one line, parsed. */
function written(event: CacheEvent): Record<string, unknown> {
  const telemetry = createTelemetry();
  lines = [];
  telemetry.note(event);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
  return JSON.parse(lines[0] ?? "") as Record<string, unknown>;
}

/** Names and units of the metrics in a line, as CloudWatch reads them. */
function metricsOf(line: Record<string, unknown>): Record<string, string> {
  const { CloudWatchMetrics } = line["_aws"] as {
    CloudWatchMetrics: { Namespace: string; Metrics: { Name: string; Unit: string }[] }[];
  };
  expect(CloudWatchMetrics[0]?.Namespace).toBe("MoviesViewer");
  return Object.fromEntries((CloudWatchMetrics[0]?.Metrics ?? []).map(({ Name, Unit }) => [Name, Unit]));
}

it("writes an answer as one line that is the event and its metrics", () => {
  const line = written(ANSWER);
  expect(line).toMatchObject({ event: "answer", outcome: "hit", hits: "7", Hits: 1, StoreTime: 3.14 });
  expect(metricsOf(line)).toEqual({ Hits: "Count", StoreTime: "Milliseconds" });
});

it("names the key by its hash alone", () => {
  expect(written(ANSWER)["keyHash"]).toBe(hashOf(KEY));
  expect(hashOf(KEY)).toMatch(/^[0-9a-f]{12}$/);
  expect(lines.join()).not.toMatch(/somebody|search\?/);
});

it.each([
  ["a fetch", { outcome: "fetched", hits: 0, originMs: 151.5 }, { Fetches: 1, OriginTime: 151.5 }],
  ["a stale answer", { outcome: "stale" }, { StaleHits: 1 }],
  ["an error", { outcome: "failed", hits: null }, { FailedAnswers: 1 }],
  ["a hit that could not be counted", { hits: null }, { Hits: 1, UncountedAnswers: 1 }],
  ["a store that failed", { storeFailed: true }, { StoreFailures: 1 }],
  ["a wait for another process", { waited: true }, { Waits: 1 }],
  ["a lease that was taken over", { tookOver: true }, { Takeovers: 1 }],
] as const)("counts %s", (_name, change, expected) => {
  const line = written({ ...ANSWER, ...change });
  expect(line).toMatchObject(expected);
  expect(Object.keys(metricsOf(line))).toEqual(expect.arrayContaining(Object.keys(expected)));
  if (!("UncountedAnswers" in expected)) expect(line).not.toHaveProperty("UncountedAnswers");
});

it.each<[CacheEvent, Record<string, unknown>]>([
  [{ type: "window-ended", key: KEY, hits: 41 }, { HitsPerWindow: 41 }],
  [
    { type: "origin-failed", key: KEY, error: new TypeError("secret") },
    { OriginFailures: 1, error: "TypeError" },
  ],
  [
    { type: "origin-failed", key: KEY, error: new TmdbQuotaSpentError("/3/movie/603", 750) },
    { OriginUnasked: 1, error: "TmdbQuotaSpentError" },
  ],
  [
    { type: "cool-down", until: 0 },
    { CoolDowns: 1, until: "1970-01-01T00:00:00.000Z" },
  ],
  [{ type: "hits-lost", key: KEY, count: 3 }, { LostHits: 3 }],
  [{ type: "hits-owed", count: 5 }, { OwedHits: 5 }],
])("writes %j", (event, expected) => {
  const line = written(event);
  expect(line).toMatchObject({ event: event.type, ...expected });
  expect(lines.join()).not.toMatch(/somebody|secret/);
  for (const name of Object.keys(metricsOf(line))) expect(expected).toHaveProperty(name);
});

it("starts each line anew", () => {
  const telemetry = createTelemetry();
  telemetry.note({ ...ANSWER, outcome: "fetched", originMs: 20 });
  lines = [];
  telemetry.note(ANSWER);
  expect(metricsOf(JSON.parse(lines[0] ?? ""))).toEqual({ Hits: "Count", StoreTime: "Milliseconds" });
  expect(lines[0]).not.toContain("OriginTime");
});

it("says nothing of what every request causes, or where it is switched off", () => {
  const telemetry = createTelemetry();
  telemetry.note({ type: "store-answered" });
  process.env.POWERTOOLS_METRICS_DISABLED = "true";
  createTelemetry().note(ANSWER);
  expect(lines).toEqual([]);
});
