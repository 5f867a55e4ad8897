import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { stateStoreExists, type StateStore } from "./account";
import { terraformIn, type Terraform } from "./terraform";

const FOLDER = join("infrastructure", "bootstrap");
const STATE = join(FOLDER, "terraform.tfstate");

/** Terraform for the bucket of states; its own state lies on this machine. */
export const bootstrapIn = (region: string): Terraform =>
  terraformIn({ folder: FOLDER, variables: { region } });

/** Whether the bucket for states was made, or begun, on this machine. */
export function isBootstrapHere(): boolean {
  if (!existsSync(STATE)) return false;
  const { resources = [] } = JSON.parse(readFileSync(STATE, "utf8")) as { resources?: unknown[] };
  return resources.length > 0;
}

/**
 * Makes the bucket for states where it is missing, and completes what an interrupted attempt left. One that was made
 * elsewhere, or by hand with what GitHub needs, is left alone.
 *
 * @throws {Problem} when Terraform fails
 */
export async function ensureStateStore(state: StateStore): Promise<void> {
  const exists = await stateStoreExists(state);
  if (exists && !isBootstrapHere()) return;
  const bootstrap = bootstrapIn(state.region);
  await bootstrap.run("init");
  const isForGitHub = (await bootstrap.resources()).some(({ type }) => type.startsWith("aws_iam_"));
  if (exists && isForGitHub) return;
  await bootstrap.run("apply", "-auto-approve");
}
