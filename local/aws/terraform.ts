import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { StateStore } from "../../infrastructure/cli/account";
import type { Stage } from "../../infrastructure/cli/stage";
import { initStage, stageFolder } from "../../infrastructure/cli/stage-access";
import { terraformIn, type Terraform } from "../../infrastructure/cli/terraform";
import { isTerraformSource } from "../../infrastructure/cli/terraform-source";
import { providerEnvironment } from "../../infrastructure/tests/provider-environment";

export interface LocalTerraformOptions {
  /** Scratch folder that the configuration is copied to: nothing is written to the tree. */
  readonly folder: string;
  readonly stage: Stage;
  /** What was built, with the packages for Lambda in it. */
  readonly packageFolder: string;
  /** Where the provider finds AWS, with credentials. */
  readonly env: Readonly<Record<string, string>>;
  /** Values of the configuration's variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly state: StateStore;
  /** Descriptor of the file that Terraform writes to. */
  readonly log: number;
  /** Ends what runs. */
  readonly stop: AbortSignal;
}

/**
 * Copies the configuration of one stage, as it is in the tree, and initialises it against the emulated AWS.
 *
 * @throws {Problem} when Terraform fails
 */
export async function openTerraform(options: LocalTerraformOptions): Promise<Terraform> {
  const { folder, stage, packageFolder, variables, state, log, stop } = options;
  await mkdir(folder, { recursive: true });
  await cp("infrastructure", join(folder, "infrastructure"), { recursive: true, filter: isTerraformSource });
  await symlink(packageFolder, join(folder, ".open-next"));
  const terraform = terraformIn({
    folder: join(folder, stageFolder(stage)),
    variables,
    env: { ...process.env, ...options.env, ...(await providerEnvironment(folder)) },
    output: log,
    stop,
  });
  await initStage(terraform, stage, state);
  return terraform;
}
