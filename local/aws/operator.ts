import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, symlink } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { endAtOnce } from "../../infrastructure/cli/ending";
import { PACKAGE_FOLDER } from "../../infrastructure/cli/package-bundle";

type Environment = Readonly<Record<string, string>>;

/** What became of a command. */
export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** All that it said. */
  readonly said: string;
}

export interface CommandOptions {
  /** Beside this process's own environment. */
  readonly env?: Environment;
  readonly cwd?: string;
  /** Ctrl-C is pressed once the command has said this. */
  readonly interruptAt?: RegExp;
  /** Ends it at once. */
  readonly stop: AbortSignal;
}

/** Runs one of the project's commands as a person at a terminal does. */
export async function npmRun(args: readonly string[], options: CommandOptions): Promise<Outcome> {
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
    return { code, said };
  } finally {
    off();
  }
}

const SOURCES = ["infrastructure", "lib", "local", "package.json", "tsconfig.json"];
/** What does not change: npm's packages, and the list that says that they are whole. */
const SHARED = ["node_modules", "package-lock.json"];

/** Only what belongs to the repository: no state, no provider and no lock file of another run. */
const isSource = (path: string) => !/^\.terraform|\.tfstate/.test(basename(path));

/**
 * Makes a checkout of one's own with what was built, so that nothing is written to the tree: states, providers, lock
 * files, other releases.
 */
export async function makeCheckout(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of SOURCES) await cp(name, join(folder, name), { recursive: true, filter: isSource });
  await cp(PACKAGE_FOLDER, join(folder, PACKAGE_FOLDER), { recursive: true });
  for (const name of SHARED) await symlink(resolve(name), join(folder, name));
}
