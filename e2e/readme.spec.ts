import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

import { expect, test } from "@playwright/test";

import { freePort } from "../local/free-port";
import { SAMPLE_KEY } from "../local/stack";
import { startTmdbStandIn } from "../local/tmdb/stand-in";
import { isDeployed } from "./support/addresses";

const README = readFileSync("README.md", "utf8");
const run = promisify(execFile);

test.skip(isDeployed, "BASE_URL is set: what the README starts is on this machine");
test.describe.configure({ mode: "serial", timeout: 120_000 });

/** What a person's shell may have set, and the README does not. */
const UNSET = Object.fromEntries(
  [
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT_URL_DYNAMODB",
    "CACHE_TABLE_NAME",
    "CACHE_WINDOW_SECONDS",
    "TMDB_API_URL",
    "TMDB_IMAGE_URL",
    "TMDB_READ_KEY",
    "TMDB_READ_KEY_PARAMETER",
  ].map((name) => [name, ""]),
);

/**
 * Types a command of the README, waits until the app is ready, and ends it by Ctrl-C.
 *
 * @param visit what to do with the app meanwhile; `said` is what the command has said so far
 */
async function whileRunning(
  command: string,
  visit: (port: number, said: string) => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  expect(README).toContain(command);
  const port = await freePort();
  const child = spawn("sh", ["-c", command.replace("<your token>", SAMPLE_KEY)], {
    env: { ...process.env, ...UNSET, ...environment, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, as a terminal makes one: Ctrl-C is sent to all of it.
    detached: true,
  });
  const closed = once(child, "close");
  let said = "";
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (words: string) => {
        said += words;
        if (said.includes("Stop:     Ctrl-C.")) resolve();
      });
    }
  });
  try {
    await Promise.race([
      isReady,
      closed.then(() => {
        throw new Error(`"${command}" ended by itself:\n${said}`);
      }),
    ]);
    await visit(port, said);
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
    await closed;
  }
  expect(said).toMatch(/Stopped\.\s*$/);
}

/** What the README shows, as a pattern: `…` stands for anything, and white space for none or more. */
function patternOf(shown: string): RegExp {
  const parts = shown.replace(/\s/g, "").split("…");
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(".*")}$`);
}

test("the first command serves a sample catalogue, and the API answers as the README shows", async () => {
  const hasCurl = await run("curl", ["--version"]).then(
    () => true,
    () => false,
  );
  test.skip(!hasCurl, "there is no curl on this machine");
  // A command, what it is said to do, and what is shown below it.
  const examples = [...README.matchAll(/^\$ (curl .+?)(?: {2,}#.*)?\n((?:(?!\$ |```).*\n)+)/gm)];
  expect(examples).toHaveLength(2);
  await whileRunning("npm start", async (port, said) => {
    expect(said).toContain("a sample catalogue of 3,200 real films");
    for (const [, command = "", shown = ""] of examples) {
      expect(command).toContain("localhost:3000");
      const { stdout } = await run("sh", ["-c", command.replace("localhost:3000", `localhost:${port}`)]);
      expect(stdout.replace(/\s/g, "")).toMatch(patternOf(shown));
    }
  });
});

test("the second command asks TMDB with the token", async () => {
  const tmdb = await startTmdbStandIn({ key: SAMPLE_KEY });
  try {
    await whileRunning(
      "TMDB_READ_KEY=<your token> npm start",
      async (port, said) => {
        expect(said).not.toContain("a sample catalogue");
        const answer = await fetch(`http://localhost:${port}/api/movies?query=matrix`);
        expect(await answer.json()).toMatchObject({ totalResults: 3, cache: { source: "tmdb" } });
      },
      { TMDB_API_URL: tmdb.url, TMDB_IMAGE_URL: tmdb.imageUrl },
    );
  } finally {
    await tmdb.close();
  }
});

test("the same with hot reload", async () => {
  await whileRunning("npm run dev", async (port) => {
    const answer = await fetch(`http://localhost:${port}/api/health`);
    expect(await answer.json()).toMatchObject({ status: "ok" });
  });
});
