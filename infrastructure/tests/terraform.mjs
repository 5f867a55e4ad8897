/** Terraform in copies of the infrastructure, which leave nothing behind. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { isTerraformSource } from "../cli/terraform-source.ts";
import { providerEnvironment } from "./provider-environment.ts";

const INFRASTRUCTURE = fileURLToPath(new URL("..", import.meta.url));
const TIMEOUT_MS = 10 * 60 * 1000;

/** Where copies lie; it goes when the process ends. */
export const folder = mkdtempSync(join(tmpdir(), "infrastructure-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const env = {
  // The provider is short-lived and its schema large: collecting garbage less often saves a third of the time.
  GOGC: "800",
  ...process.env,
  ...(await providerEnvironment(folder)),
  CHECKPOINT_DISABLE: "1",
  TF_IN_AUTOMATION: "1",
};

/** Runs Terraform in a folder: whether it succeeded, and all that it said. */
export function terraform(cwd, ...args) {
  return new Promise((settle) => {
    const options = { cwd, env, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 };
    execFile("terraform", args, options, (error, stdout, stderr) => {
      const said = error?.killed ? "It took too long.\n" : error?.code === "ENOENT" ? "It is missing.\n" : "";
      settle({ succeeded: !error, output: `${stdout}${stderr}${said}` });
    });
  });
}

/** As {@link terraform}, but what fails is thrown. */
export async function mustTerraform(cwd, ...args) {
  const { succeeded, output } = await terraform(cwd, ...args);
  if (succeeded) return output;
  process.stderr.write(`terraform ${args.join(" ")} (in ${cwd}) failed:\n${output}\n`);
  process.exit(1);
}

/** Copies all that is Terraform's, without what it made itself. */
export function copyTo(target, from = INFRASTRUCTURE) {
  for (const part of ["modules", "environments", "bootstrap", "tests"]) {
    cpSync(join(from, part), join(target, part), { recursive: true, filter: isTerraformSource });
  }
}
