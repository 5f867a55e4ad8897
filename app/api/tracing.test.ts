import { context, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
  type ReadableSpan,
} from "@opentelemetry/sdk-trace";

import { startApi, type Api } from "./testing/api";

const exporter = new InMemorySpanExporter();

let api: Api;
beforeAll(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
  );
  api = await startApi();
});
beforeEach(() => exporter.reset());
afterAll(async () => {
  await api.close();
  trace.disable();
  context.disable();
});

const spans = () => exporter.getFinishedSpans();
const named = (name: string) => spans().find((span) => span.name === name) as ReadableSpan;
const nameOfParent = (span: ReadableSpan) =>
  spans().find((other) => other.spanContext().spanId === span.parentSpanContext?.spanId)?.name;

test("a trace shows the way of one request: the cache, the table, TMDB", async () => {
  const { headers } = await api.ask("/api/movies?query=matrix");
  const [root, ...others] = spans().toReversed();
  expect(root).toMatchObject({
    name: "answer",
    attributes: { "request.id": headers.get("x-request-id") },
    parentSpanContext: undefined,
  });
  expect(new Set(others.map((span) => span.spanContext().traceId))).toEqual(
    new Set([root?.spanContext().traceId]),
  );
  expect(named("cache search").attributes).toMatchObject({ "cache.source": "tmdb", "cache.hits": 0 });
  expect(nameOfParent(named("cache search"))).toBe("answer");
  expect(nameOfParent(named("TMDB"))).toBe("cache search");
  expect(nameOfParent(named("DynamoDB.UpdateItem"))).toBe("cache search");
});

test("a hit is one request to the table", async () => {
  await api.ask("/api/movies?query=alien");
  exporter.reset();
  await api.ask("/api/movies?query=alien");
  expect(named("cache search").attributes).toMatchObject({ "cache.source": "cache", "cache.hits": 1 });
  expect(spans().map(({ name }) => name)).toEqual(["DynamoDB.UpdateItem", "cache search", "answer"]);
});

test("what fails is marked by its name, and no trace tells what was searched for", async () => {
  api.fault = { status: 500, body: "" };
  await api.ask("/api/movies?query=something-private");
  api.fault = undefined;
  expect(named("TMDB").status).toEqual({ code: SpanStatusCode.ERROR, message: "TmdbUnavailableError" });
  expect(named("cache search").status.code).toBe(SpanStatusCode.ERROR);
  const told = spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
  expect(JSON.stringify(told)).not.toContain("private");
});
