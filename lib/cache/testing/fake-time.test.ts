import { finished, passingTime, useFakeTime } from "./fake-time";

beforeEach(() => useFakeTime());
afterEach(() => jest.useRealTimers());

const never = () => new Promise<never>(() => undefined);

it("jumps from timer to timer until all have ended", async () => {
  const started = performance.now();
  const after = (milliseconds: number) =>
    new Promise<number>((resolve) => setTimeout(resolve, milliseconds, milliseconds));
  expect(await finished([after(90_000), after(30)])).toEqual([90_000, 30]);
  expect(performance.now() - started).toBe(90_000);
});

it("fails as soon as one of them does", async () => {
  await expect(finished([never(), Promise.reject(new Error("lost"))])).rejects.toThrow("lost");
});

it("does not wait for ever for what never comes, whether timers are left or not", async () => {
  await expect(finished([never()])).rejects.toThrow("Waits still");
  setInterval(() => undefined, 10);
  await expect(finished([never()])).rejects.toThrow("Waits still");
});

it("takes the steps that it is told to", async () => {
  const step = jest.fn(() => jest.advanceTimersByTimeAsync(5));
  await passingTime(new Promise((resolve) => setTimeout(resolve, 12)), step);
  expect(step).toHaveBeenCalledTimes(3);
});
