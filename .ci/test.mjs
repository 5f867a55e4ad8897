// `npm test`: installs what is missing, runs everything that this machine can run, and says what it left out.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "../local/install.mjs";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} script an npm script with its arguments
 * @property {() => Promise<Prepared>} [prepare]
 */

/**
 * @typedef {object} Prepared
 * @property {Record<string, string>} [env]
 * @property {string} [missing] why the part can't run here
 * @property {string} [instead] what it runs on, and why, where that is not the real thing
 * @property {boolean} [avoidable] whether this machine could have had the real thing
 */

/** @type {Part[]} */
const PARTS = [
  { name: "lint", script: ["lint"] },
  { name: "types", script: ["typecheck"] },
  { name: "unit", script: ["test:unit"] },
  { name: "fleet", script: ["test:fleet"], prepare: prepareDynamoDb },
  { name: "build", script: ["build"] },
  { name: "end to end", script: ["test:e2e"], prepare: prepareBrowser },
  { name: "stack", script: ["test:infra", "--", "check"], prepare: prepareTerraform },
  { name: "bundle", script: ["cloud:build"] },
  { name: "defects", script: ["test:infra", "--", "defects"], prepare: prepareTerraform },
  { name: "scenario", script: ["test:infra", "--", "scenario"], prepare: prepareScenario },
];

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

async function prepareBrowser() {
  const { findBrowser } = await import("./browser.mjs");
  const path = await findBrowser();
  return path === undefined
    ? { missing: "no Chromium here, and none could be downloaded (CHROMIUM_PATH may name one)" }
    : { env: { CHROMIUM_PATH: path } };
}

/**
 * @param {Promise<unknown>} check what it throws says what is missing
 * @returns {Promise<Prepared>}
 */
const unless = (check) =>
  check.then(
    () => ({}),
    (error) => ({ missing: error.message }),
  );

async function prepareTerraform() {
  const { tsImport } = await import("tsx/esm/api");
  const { checkTerraform } = await tsImport("../infrastructure/cli/account.ts", import.meta.url);
  return unless(checkTerraform());
}

/** It takes an emulated AWS, and a browser that looks at what is deployed. */
async function prepareScenario() {
  const { tsImport } = await import("tsx/esm/api");
  const { checkPrerequisites } = await tsImport("../local/aws/prerequisites.ts", import.meta.url);
  const { missing } = await unless(checkPrerequisites());
  return missing ? { missing } : prepareBrowser();
}

async function prepareDynamoDb() {
  const { tsImport } = await import("tsx/esm/api");
  const { findDynamoDbLocal } = await tsImport(
    "../local/dynamodb/dynamodb-local-package.ts",
    import.meta.url,
  );
  const found = await findDynamoDbLocal();
  if ("folder" in found) return {};
  return { instead: `on dynalite, since ${found.reason}`, avoidable: found.avoidable };
}

// What a part that failed said last is said again below the summary, in as many lines.
const LAST_LINES = 40;

/**
 * Passes on what a part says, as it says it.
 *
 * @param {string[]} script
 * @returns {Promise<{ passed: boolean, said: string[] }>} whether it passed, and the last lines of what it said
 */
async function npmRun(script, env = {}) {
  const child = spawn("npm", ["run", "--silent", ...script], {
    stdio: ["inherit", "pipe", "pipe"],
    env: {
      ...process.env,
      // A pipe would be taken for something without colors.
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
    },
    shell: process.platform === "win32",
    // A group of its own, so that all of it can be stopped.
    detached: process.platform !== "win32",
  });
  let said = "";
  for (const stream of /** @type {const} */ (["stdout", "stderr"])) {
    child[stream].pipe(process[stream], { end: false });
    child[stream].setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-100_000);
    });
  }
  let stopped = false;
  const stop = () => {
    stopped = true;
    // To Playwright and Jest this is Ctrl-C: they end what they have started.
    if (process.platform === "win32") child.kill("SIGINT");
    else process.kill(-child.pid, "SIGINT");
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const closed = once(child, "close");
  const [code] = await once(child, "exit");
  // Who was left running holds the pipe open: it is not waited for.
  await Promise.race([closed, setTimeout(2000)]);
  for (const signal of SIGNALS) process.off(signal, stop);
  if (stopped) process.exit(130);
  return { passed: code === 0, said: said.trimEnd().split("\n").slice(-LAST_LINES) };
}

/** @param {Part} part */
async function runPart({ name, script, prepare }) {
  console.log(`\n── ${name} (npm run ${script.join(" ")})`);
  const started = performance.now();
  const { env, missing, instead, avoidable } = (await prepare?.()) ?? {};
  if (missing) return { name, outcome: "left out", remark: missing, said: [], complete: false };
  const { passed, said } = await npmRun(script, env);
  const seconds = Math.round((performance.now() - started) / 1000);
  const remark = [`${seconds} s`, instead].filter(Boolean).join(", ");
  return { name, outcome: passed ? "passed" : "FAILED", remark, said, complete: !avoidable };
}

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
for (const folder of [".", "bench"]) {
  const code = await ensureInstalled(folder);
  if (code !== 0) process.exit(code ?? 1);
}

const results = [];
for (const part of PARTS) results.push(await runPart(part));

console.log("\n── summary");
for (const { name, outcome, remark } of results)
  console.log(`${name.padEnd(12)} ${outcome.padEnd(9)} ${remark}`);

const failures = results.filter(({ outcome }) => outcome === "FAILED");
for (const { name, said } of failures)
  console.log(`\n── the end of what failed: ${name}\n${said.join("\n")}`);

const complete = results.every((result) => result.complete);
if (!complete && process.argv.includes("--complete")) {
  console.log("Something was left out, and --complete allows none.");
  process.exit(1);
}
process.exit(failures.length > 0 ? 1 : 0);
