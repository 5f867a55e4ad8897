/** The commands' tests in copies of their code, which leave nothing behind. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TIMEOUT_MS = 10 * 60 * 1000;
/** What the commands are made of that are tested so, and what Jest has to know. */
const PARTS = [
  "infrastructure/cli",
  "local/problem.ts",
  "jest.config.mjs",
  "next.config.mjs",
  "package.json",
  "tsconfig.json",
];

/** Copies the commands; they find all beside them that they find here. */
export function copyCommandsTo(target) {
  // Next's settings for Jest look for it.
  mkdirSync(join(target, "app"), { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(target, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(target, "node_modules"));
}

/**
 * Runs files of tests of a copy.
 *
 * @param cache folder that runs may share
 * @returns how many tests passed and how many failed (none where a file could not be run), and all that was said
 */
export function runJest(copy, cache, ...files) {
  const args = ["--json", "--runInBand", `--cacheDirectory=${cache}`, "--runTestsByPath", ...files];
  const options = { cwd: copy, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((settle) => {
    execFile(
      process.execPath,
      [join("node_modules", "jest", "bin", "jest.js"), ...args],
      options,
      (error, stdout, stderr) => {
        const said = error?.killed ? "It took too long.\n" : "";
        const found = stdout.startsWith("{") ? JSON.parse(stdout) : {};
        const ran = found.numRuntimeErrorTestSuites === 0;
        settle({
          passed: ran ? found.numPassedTests : 0,
          failed: ran ? found.numFailedTests : 0,
          output: `${stderr}${said}`,
        });
      },
    );
  });
}
