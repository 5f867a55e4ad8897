import { createStopwatch } from "./stopwatch";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it("adds up what came after one another, and what was under way at the same time once", () => {
  const watch = createStopwatch();
  expect(watch.ms()).toBe(0);
  watch.start();
  jest.advanceTimersByTime(30);
  watch.start();
  jest.advanceTimersByTime(20);
  watch.stop();
  expect(watch.ms()).toBe(50);
  watch.stop();
  jest.advanceTimersByTime(100);
  expect(watch.ms()).toBe(50);
  watch.start();
  jest.advanceTimersByTime(5);
  expect(watch.ms()).toBe(55);
  watch.stop();
  watch.add(7);
  expect(watch.ms()).toBe(62);
});
