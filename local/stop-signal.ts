// npm passes Ctrl-C on to us and the terminal sends it too: two signals in a moment are one key press.
const ONE_PRESS_MS = 500;
const PARENT_CHECK_MS = 500;

/** Calls back when the process that started this one is gone. */
function onOrphaned(callback: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/**
 * Returns a signal that is aborted by the first Ctrl-C, SIGTERM or closed terminal. A second one, pressed because
 * stopping takes too long, ends the process at once with 130.
 */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const heard = () => {
    if (!controller.signal.aborted) {
      first = Date.now();
      controller.abort();
    } else if (Date.now() - first > ONE_PRESS_MS) {
      process.exit(130);
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, heard);
  // `kill` on npm ends npm and its shell, and no signal comes down to us.
  if (process.env.npm_lifecycle_event) onOrphaned(() => controller.abort());
  return controller.signal;
}
