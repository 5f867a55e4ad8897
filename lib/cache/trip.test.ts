import { StoreError } from "./store";
import { createAskStore, newTrip, type AskStore, type Trip } from "./trip";
import { useFakeTime } from "./testing/fake-time";
import { sleep } from "./wait";

let told: string[];
let ask: AskStore;
let trip: Trip;

beforeEach(() => {
  useFakeTime();
  told = [];
  ask = createAskStore((event) => told.push(event.type));
  trip = newTrip();
});
afterEach(() => jest.useRealTimers());

const failing = (error: Error) => async () => Promise.reject(error);
const answering = (milliseconds: number) => () => sleep(milliseconds).then(() => "answer");

it("answers what the store answers, and tells so", async () => {
  expect(await ask("k", trip, async () => "answer")).toBe("answer");
  expect(told).toEqual(["store-answered"]);
  expect(trip.storeFailed).toBe(false);
});

it("answers nothing where the store fails, and tells so once for all who share the request", async () => {
  const shared = new StoreError("read", "failed");
  expect(await ask("k", trip, failing(shared))).toBeUndefined();
  expect(await ask("k", newTrip(), failing(shared))).toBeUndefined();
  expect(await ask("k", trip, failing(new StoreError("read", "busy")))).toBeUndefined();
  expect(told).toEqual(["store-failed", "store-failed"]);
  expect(trip.storeFailed).toBe(true);
});

it("does not tell again of a store that is left alone", async () => {
  await ask("k", trip, failing(new StoreError("read", "resting")));
  expect(told).toEqual([]);
  expect(trip.storeFailed).toBe(true);
});

it("lets through what is not a failure of the store, and its time is over all the same", async () => {
  await expect(ask("k", trip, failing(new TypeError("a bug")))).rejects.toThrow("a bug");
  await jest.advanceTimersByTimeAsync(10);
  expect(trip.store.ms()).toBe(0);
});

it("adds up how long it waited, and what is asked at the same time once", async () => {
  const together = Promise.all([ask("k", trip, answering(30)), ask("k", trip, answering(50))]);
  await jest.advanceTimersByTimeAsync(50);
  await together;
  expect(trip.store.ms()).toBe(50);
  await jest.advanceTimersByTimeAsync(100);
  const after = ask("k", trip, answering(20));
  await jest.advanceTimersByTimeAsync(20);
  await after;
  expect(trip.store.ms()).toBe(70);
});
