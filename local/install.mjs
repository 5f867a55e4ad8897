// Runs on a fresh clone, so it knows nothing but Node and npm.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";

/** Says whether the packages are missing or older than the lock file. */
function needsInstall() {
  // npm writes this file when an installation is complete.
  const installed = "node_modules/.package-lock.json";
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync("package-lock.json").mtimeMs;
}

/**
 * Runs npm.
 * @param {string[]} args
 * @returns {Promise<number | null>} its exit code, or null when it was stopped by Ctrl-C
 */
async function npm(args) {
  const cli = process.env.npm_execpath ?? "";
  const child = cli.endsWith("npm-cli.js")
    ? spawn(process.execPath, [cli, ...args], { stdio: "inherit" })
    : spawn("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  let stopped = false;
  const stop = () => {
    stopped = true;
    child.kill("SIGTERM");
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  const [code] = await once(child, "exit").catch(() => [1]);
  for (const signal of signals) process.off(signal, stop);
  return stopped ? null : (code ?? 1);
}

/**
 * Installs the packages in the current folder as they are locked, unless they are there already.
 * @returns {Promise<number | null>} 0 when they are there, another code after a failure that has been told, null when
 *   Ctrl-C stopped it
 */
export async function ensureInstalled() {
  if (!needsInstall()) return 0;
  console.log("Installing the packages; this takes a minute.");
  const code = await npm(["ci", "--include=dev", "--loglevel=error"]);
  if (code) {
    console.error(`The packages could not be installed (npm ended with ${code}); what npm says is above.`);
  }
  return code;
}
