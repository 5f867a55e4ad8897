import { spawn } from "node:child_process";
import { once } from "node:events";
import { endAtOnce } from "../../infrastructure/cli/ending";

/** What became of a command. */
export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** All that it said. */
  readonly said: string;
}

export interface NpmRunOptions {
  /** Beside this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Ctrl-C is pressed once the command has said this. */
  readonly interruptAt?: RegExp | undefined;
  /** Ends it at once. */
  readonly stop: AbortSignal;
}

/**
 * Runs one of the project's commands as a person at a terminal does.
 *
 * @throws when it ends without having said what Ctrl-C was to be pressed at
 */
export async function npmRun(args: readonly string[], options: NpmRunOptions): Promise<Outcome> {
  const { env, cwd, interruptAt, stop } = options;
  const child = spawn("npm", ["run", "--silent", ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, as a terminal makes one: Ctrl-C is sent to all of it.
    detached: true,
  });
  const off = endAtOnce(child, stop);
  let said = "";
  let interrupted = false;
  const hear = (words: string) => {
    said += words;
    if (interrupted || !interruptAt?.test(said) || child.pid === undefined) return;
    interrupted = true;
    process.kill(-child.pid, "SIGINT");
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
  try {
    // Closed once the last of the group has ended, who may outlive npm.
    const [code] = (await once(child, "close")) as [number | null];
    stop.throwIfAborted();
    if (interruptAt && !interrupted)
      throw new Error(`The command ended without ever saying ${String(interruptAt)}:\n${said}`);
    return { code, said };
  } finally {
    off();
  }
}
