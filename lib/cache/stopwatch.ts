/** Adds up for how long something was under way, however many times at once. */
export interface Stopwatch {
  start(): void;
  stop(): void;
  /** Takes over what another has measured, in milliseconds. */
  add(milliseconds: number): void;
  /** Milliseconds so far. */
  ms(): number;
}

export function createStopwatch(): Stopwatch {
  let running = 0;
  let since = 0;
  let total = 0;
  return {
    start() {
      if (running === 0) since = performance.now();
      running += 1;
    },
    stop() {
      running -= 1;
      if (running === 0) total += performance.now() - since;
    },
    add(milliseconds) {
      total += milliseconds;
    },
    ms: () => (running > 0 ? total + performance.now() - since : total),
  };
}
