import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";

import { Problem } from "@/local/problem";

import type { Deployed } from "./release";

const FOLDER = join("infrastructure", "environments");

/** Where a stage's state is kept. */
export interface StateStore {
  readonly bucket: string;
  readonly region: string;
}

/** Terraform in one folder. Its output goes to the terminal. */
export interface Terraform {
  /** @throws {Problem} when it fails */
  run(...args: string[]): Promise<void>;
  /** What the folder's outputs are; empty when nothing is deployed. */
  outputs(): Promise<Partial<Deployed>>;
}

/**
 * @param folder the configuration
 * @param variables values for its variables; they go through the environment, so that no process list shows them
 */
export function terraformIn(folder: string, variables: Readonly<Record<string, string>>): Terraform {
  const env = {
    ...process.env,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
    ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value])),
  };
  return {
    async run(...args) {
      const child = spawn("terraform", [`-chdir=${folder}`, ...args], {
        stdio: ["ignore", "inherit", "inherit"],
        env,
      });
      const [code] = await once(child, "exit");
      if (code !== 0)
        throw new Problem(`terraform ${args[0]} failed (exit code ${code}); it can be run again.`);
    },
    async outputs() {
      const { stdout } = await promisify(execFile)("terraform", [`-chdir=${folder}`, "output", "-json"], {
        env,
      });
      const outputs = JSON.parse(stdout) as Record<string, { value: unknown }>;
      return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
    },
  };
}

/** Terraform for a stage, whose state lies in a bucket of the account. */
export async function terraformFor(
  stage: string,
  state: StateStore,
  variables: Readonly<Record<string, string>>,
): Promise<Terraform> {
  const terraform = terraformIn(join(FOLDER, stage), variables);
  await terraform.run(
    "init",
    "-reconfigure",
    `-backend-config=bucket=${state.bucket}`,
    `-backend-config=key=${stage}.tfstate`,
    `-backend-config=region=${state.region}`,
    "-backend-config=use_lockfile=true",
  );
  return terraform;
}
