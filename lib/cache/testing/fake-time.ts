/** Far more than any test takes. What waits for ever fails, and leaves nothing behind that has time go on. */
const MOST_STEPS = 10_000;

/** Time stands still but for {@link passingTime}; promises and immediates go on. */
export function useFakeTime(now?: number): void {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"], ...(now && { now }) });
}

/**
 * Takes one step in time after the other until a promise has ended, and ends as it did.
 *
 * @throws Error where it does not end however much time passes
 */
export async function passingTime<T>(promise: Promise<T>, step: () => Promise<unknown>): Promise<T> {
  let over = false;
  const ended = promise.finally(() => (over = true));
  // Handled below, but later than Node thinks that it ought to be.
  ended.catch(() => undefined);
  for (let steps = 0; !over; steps += 1) {
    if (steps === MOST_STEPS) throw new Error(`Waits still after ${MOST_STEPS} steps in time.`);
    await step();
  }
  return ended;
}

/** Waits on a clock that jumps from timer to timer. */
export const finished = <T>(promises: Promise<T>[]): Promise<T[]> =>
  passingTime(Promise.all(promises), () => jest.advanceTimersToNextTimerAsync());
