// Runs on a fresh clone, so it knows nothing but Node and npm.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Says whether the packages are missing or older than the lock file.
 * @param {string} folder
 */
function needsInstall(folder) {
  // npm writes this file when an installation is complete.
  const installed = join(folder, "node_modules", ".package-lock.json");
  const locked = join(folder, "package-lock.json");
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(locked).mtimeMs;
}

/**
 * Runs npm.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<number | null>} its exit code, or null when it was stopped by Ctrl-C
 */
async function npm(args, cwd) {
  const cli = process.env.npm_execpath ?? "";
  const child = cli.endsWith("npm-cli.js")
    ? spawn(process.execPath, [cli, ...args], { cwd, stdio: "inherit" })
    : spawn("npm", args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
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
 * Installs the packages of a folder as they are locked, unless they are there already.
 * @param {string} folder
 * @returns {Promise<number | null>} 0 when they are there, another code after a failure that has been told, null when
 *   Ctrl-C stopped it
 */
export async function ensureInstalled(folder) {
  if (!needsInstall(folder)) return 0;
  console.log("Installing the packages; this takes a minute.");
  const code = await npm(["ci", "--include=dev", "--loglevel=error"], folder);
  if (code) {
    console.error(`The packages could not be installed (npm ended with ${code}); what npm says is above.`);
  }
  return code;
}
