import { COPY } from "../http/build";
import { serve, type Served } from "../http/serve";

/** A process of the app, and what its own words tell of it. */
export interface SoakServer extends Served {
  /** What it has written of errors that nobody caught. */
  readonly uncaught: readonly string[];
  /** The heap after each full collection, which V8 tells. */
  readonly heaps: readonly { readonly at: number; readonly mb: number }[];
}

/** Whether Next or Node tell in a line of an error that nobody caught. */
export const tellsOfUncaught = (line: string): boolean =>
  /unhandledRejection|uncaughtException|UnhandledPromise|FATAL ERROR/.test(line);

const COLLECTED = /: Mark-Compact .*?-> ([\d.]+) \(/;

/**
 * Starts a process of the app that was built.
 * @param now milliseconds
 */
export async function startServer(
  env: Readonly<Record<string, string>>,
  now: () => number,
): Promise<SoakServer> {
  const uncaught: string[] = [];
  const heaps: { at: number; mb: number }[] = [];
  const onLine = (line: string) => {
    if (tellsOfUncaught(line)) uncaught.push(line);
    const [, mb] = COLLECTED.exec(line) ?? [];
    if (mb !== undefined) heaps.push({ at: now(), mb: Number(mb) });
  };
  const served = await serve(COPY, env, "/api/health", { flags: ["--trace-gc"], onLine });
  return { ...served, uncaught, heaps };
}
