import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Problem } from "@/local/problem";

import { stateStoreExists, type StateStore } from "./account";
import { terraformIn, type Terraform } from "./terraform";

const BOOTSTRAP = join("infrastructure", "bootstrap");

/** What bootstrap has made from this machine: the bucket for states, or that and what GitHub deploys with. */
export type Bootstrapped = "states" | "states and GitHub";

const stateFileOf = ({ bucket }: StateStore) => `${bucket}.tfstate`;

/**
 * What bootstrap has made, or begun, for this very bucket from this machine.
 *
 * @param folder where bootstrap keeps its states
 * @returns undefined for nothing; a bucket that is there was made elsewhere then, or by hand
 */
export function bootstrappedHere(state: StateStore, folder = BOOTSTRAP): Bootstrapped | undefined {
  const file = join(folder, stateFileOf(state));
  if (!existsSync(file)) return undefined;
  const { resources = [] } = JSON.parse(readFileSync(file, "utf8")) as {
    resources?: { readonly mode: string; readonly type: string }[];
  };
  const made = resources.filter(({ mode }) => mode === "managed");
  if (made.length === 0) return undefined;
  return made.some(({ type }) => type.startsWith("aws_iam_")) ? "states and GitHub" : "states";
}

/**
 * Initialises Terraform for the bucket of states; its own state lies on this machine, in a file named by the bucket.
 *
 * @throws {Problem} when Terraform fails
 */
export async function openBootstrap(state: StateStore): Promise<Terraform> {
  const bootstrap = terraformIn({ folder: BOOTSTRAP, variables: { region: state.region } });
  await bootstrap.run("init", "-reconfigure", `-backend-config=path=${stateFileOf(state)}`);
  return bootstrap;
}

/**
 * Whether the bucket for states has to be made, or what an interrupted attempt left of it completed. One that was made
 * elsewhere, or by hand with what GitHub needs, is left alone.
 *
 * @throws {Problem} when making it would take away what GitHub deploys with
 */
export function needsBootstrap(exists: boolean, bootstrapped: Bootstrapped | undefined): boolean {
  // By a person, who gave it a repository: without that, an apply removes the roles.
  if (!exists && bootstrapped === "states and GitHub")
    throw new Problem(
      "The bucket for states is gone, but not what GitHub deploys with: infrastructure/README.md says how to make it again, or to remove the rest.",
    );
  return !exists || bootstrapped === "states";
}

/**
 * Makes the bucket for states where that is needed.
 *
 * @throws {Problem} when Terraform fails, or would take away what GitHub deploys with
 */
export async function ensureStateStore(state: StateStore): Promise<void> {
  if (!needsBootstrap(await stateStoreExists(state), bootstrappedHere(state))) return;
  const bootstrap = await openBootstrap(state);
  await bootstrap.run("apply", "-auto-approve");
}
