import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { freePort } from "../../local/free-port";

/** The whole stack on this machine, in a process of its own. */
export interface Cloud {
  /** Of the edge. */
  readonly url: string;
  /** Of the emulated AWS. */
  readonly endpoint: string;
  readonly region: string;
  readonly pid: number;
  alive(): boolean;
  /**
   * Ends everything.
   * @returns what the functions, and all that stands for AWS, have written
   * @throws when it has left no log: that nothing is in it would be taken for good
   */
  close(): Promise<string[]>;
}

const COMMAND = fileURLToPath(new URL("../../local/aws/run.mjs", import.meta.url));

/** What is not there until visitors are answered. */
function readWelcome(said: string): { url: string; endpoint: string; region: string } | undefined {
  const [, url] = /is ready in \d+ s: (\S+)/.exec(said) ?? [];
  const [, endpoint] = /AWS_ENDPOINT_URL=(\S+)/.exec(said) ?? [];
  const [, region] = /AWS_REGION=(\S+)/.exec(said) ?? [];
  return url && endpoint && region ? { url, endpoint, region } : undefined;
}

/**
 * Runs what `npm run cloud:local` runs, until it answers visitors.
 * @param say hears what it says meanwhile
 * @throws with what it said, when it ends before
 */
export async function startCloud(say: (line: string) => void): Promise<Cloud> {
  const folder = await mkdtemp(join(tmpdir(), "movies-viewer-soak-"));
  const log = join(folder, "cloud.log");
  const args = [COMMAND, "--port", String(await freePort()), "--keep-log", log];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TMDB_READ_KEY: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  // It removes what it has started and written when it is told to.
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  let said = "";
  const ready = new Promise<NonNullable<ReturnType<typeof readWelcome>>>((resolve, reject) => {
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on("line", (line) => {
        said += `${line}\n`;
        const welcome = readWelcome(said);
        if (welcome) resolve(welcome);
        else if (line.trim() !== "") say(line);
      });
    }
    void exited.then(() => reject(new Error(`The local cloud did not start:\n${said}`)));
  });
  const stop = async () => {
    process.off("exit", end);
    end();
    await exited;
  };
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    return {
      ...(await ready),
      pid: child.pid ?? 0,
      alive: () => child.exitCode === null && child.signalCode === null,
      async close() {
        try {
          await stop();
          return (await readFile(log, "utf8")).split("\n");
        } finally {
          await removeFolder();
        }
      },
    };
  } catch (error) {
    await stop();
    await removeFolder();
    throw error;
  }
}
