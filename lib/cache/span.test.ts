import { StoreError } from "./store";
import { createAskStore, newSpan, type AskStore, type Span } from "./span";
import { useFakeTime } from "./testing/fake-time";
import { sleep } from "./timers";

let told: string[];
let ask: AskStore;
let span: Span;

beforeEach(() => {
  useFakeTime();
  told = [];
  ask = createAskStore((event) => told.push(event.type));
  span = newSpan();
});
afterEach(() => jest.useRealTimers());

const failing = (error: Error) => async () => Promise.reject(error);
const answering = (milliseconds: number) => () => sleep(milliseconds).then(() => "answer");

it("answers what the store answers, and tells so", async () => {
  expect(await ask("k", span, async () => "answer")).toBe("answer");
  expect(told).toEqual(["store-answered"]);
  expect(span.storeFailed).toBe(false);
});

it("answers nothing where the store fails, and tells so once for all who share the request", async () => {
  const shared = new StoreError("read", "failed");
  expect(await ask("k", span, failing(shared))).toBeUndefined();
  expect(await ask("k", newSpan(), failing(shared))).toBeUndefined();
  expect(await ask("k", span, failing(new StoreError("read", "busy")))).toBeUndefined();
  expect(told).toEqual(["store-failed", "store-failed"]);
  expect(span.storeFailed).toBe(true);
});

it("does not tell again of a store that is left alone", async () => {
  await ask("k", span, failing(new StoreError("read", "resting")));
  expect(told).toEqual([]);
  expect(span.storeFailed).toBe(true);
});

it("lets through what is not a failure of the store, and its time is over all the same", async () => {
  await expect(ask("k", span, failing(new TypeError("a bug")))).rejects.toThrow("a bug");
  await jest.advanceTimersByTimeAsync(10);
  expect(span.store.ms()).toBe(0);
});

it("adds up how long it waited, and what is asked at the same time once", async () => {
  const together = Promise.all([ask("k", span, answering(30)), ask("k", span, answering(50))]);
  await jest.advanceTimersByTimeAsync(50);
  await together;
  expect(span.store.ms()).toBe(50);
  await jest.advanceTimersByTimeAsync(100);
  const after = ask("k", span, answering(20));
  await jest.advanceTimersByTimeAsync(20);
  await after;
  expect(span.store.ms()).toBe(70);
});
