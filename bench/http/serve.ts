import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { freePort } from "../../local/free-port";
import { startLocalStack } from "../../local/stack";
import { waitUntilAnswering } from "../../local/wait-until-answering";
import { COPY, NEXT } from "./build";

export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Whether the process that was started still runs. */
  alive(): boolean;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** For Node itself. */
  readonly flags?: readonly string[];
  /** Hears every line that the server writes; without it only its errors are shown. */
  readonly onLine?: (line: string) => void;
}

/**
 * Serves a folder with a production build of Next.
 *
 * @param ready a path that is answered once it is up
 * @throws when it ends before
 */
export async function serve(
  folder: URL,
  env: Readonly<Record<string, string>>,
  ready: string,
  { flags = [], onLine }: ServeOptions = {},
): Promise<Served> {
  const port = String(await freePort());
  const server = spawn(process.execPath, [...flags, NEXT, "start", "-p", port], {
    cwd: fileURLToPath(folder),
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: onLine ? ["ignore", "pipe", "pipe"] : ["ignore", "ignore", "inherit"],
  });
  for (const stream of [server.stdout, server.stderr]) {
    if (stream && onLine) createInterface({ input: stream }).on("line", onLine);
  }
  const exited = once(server, "exit");
  const ended = new AbortController();
  void exited.then(() => ended.abort());
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const url = `http://127.0.0.1:${port}`;
  if (!(await waitUntilAnswering(`${url}${ready}`, ended.signal))) throw new Error("The app did not start");
  return {
    url,
    pid: server.pid ?? 0,
    alive: () => server.exitCode === null && server.signalCode === null,
    async close() {
      process.off("exit", kill);
      server.kill("SIGTERM");
      await exited;
    },
  };
}

export interface ServedCopy extends Served {
  /** Host and port of what stands for TMDB's images. */
  readonly imageHost: string;
}

/** Serves the copy as production does, on the embedded DynamoDB and the stand-in for TMDB that are in this process. */
export async function serveCopy(): Promise<ServedCopy> {
  const stack = await startLocalStack({ environment: {} });
  const served = await serve(COPY, { ...stack.env, CACHE_WINDOW_SECONDS: "3600" }, "/api/health");
  return {
    ...served,
    imageHost: new URL(stack.env.TMDB_IMAGE_URL ?? "").host,
    async close() {
      await served.close();
      await stack.close();
    },
  };
}
