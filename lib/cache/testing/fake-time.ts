/** Time stands still but for {@link finished}; promises and immediates go on. */
export function useFakeTime(now?: number): void {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"], ...(now && { now }) });
}

/** Waits on a clock that jumps from timer to timer. */
export async function finished<T>(promises: Promise<T>[]): Promise<T[]> {
  let over = false;
  const all = Promise.all(promises).finally(() => (over = true));
  // Handled below, but later than Node thinks that it ought to be.
  all.catch(() => undefined);
  while (!over) await jest.advanceTimersToNextTimerAsync();
  return all;
}
