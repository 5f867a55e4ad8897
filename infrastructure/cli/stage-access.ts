import { join } from "node:path";

import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";

import { Problem } from "@/local/problem";

import {
  checkTerraform,
  readAccount,
  regionOf,
  stateStoreExists,
  stateStoreOf,
  type StateStore,
} from "./account";
import type { Clients, Deployed } from "./deployed";
import type { Stage } from "./stage";
import { terraformIn, type Terraform } from "./terraform";

/** The folder of a stage's configuration. */
export const stageFolder = (stage: Stage): string => join("infrastructure", "environments", stage);

/** Has the second of two deployments wait for the first, as long as one takes. */
export const WAIT_FOR_LOCK = "-lock-timeout=5m";

/** How to change a stage. */
export interface StageAccess {
  readonly terraform: Terraform;
  readonly clients: Clients;
  readonly region: string;
}

/**
 * Has Terraform keep a stage's state in the bucket.
 *
 * @throws {Problem} when it fails
 */
export const initStage = (
  terraform: Terraform,
  stage: Stage,
  { bucket, region }: StateStore,
): Promise<void> =>
  terraform.run(
    "init",
    "-reconfigure",
    `-backend-config=bucket=${bucket}`,
    `-backend-config=key=${stage}.tfstate`,
    `-backend-config=region=${region}`,
    "-backend-config=use_lockfile=true",
  );

/** @throws {Problem} when the account has no bucket for states */
export async function openStage(stage: Stage): Promise<StageAccess> {
  await checkTerraform();
  const region = regionOf(process.env);
  const state = stateStoreOf(await readAccount(region), region);
  if (!(await stateStoreExists(state))) {
    throw new Problem(`The account has no bucket ${state.bucket}: run npm run cloud:install first.`);
  }
  const terraform = terraformIn({ folder: stageFolder(stage), variables: { region } });
  await initStage(terraform, stage, state);
  return {
    terraform,
    clients: { lambda: new LambdaClient({ region }), s3: new S3Client({ region }) },
    region,
  };
}

/**
 * What Terraform's outputs say of a stage.
 *
 * @returns undefined when nothing is deployed
 */
export async function readDeployed(terraform: Terraform): Promise<Deployed | undefined> {
  const outputs: Partial<Deployed> = await terraform.outputs();
  // After a first apply that failed there may be some.
  const isWhole = outputs.function_name !== undefined && outputs.url !== undefined;
  return isWhole ? (outputs as Deployed) : undefined;
}

/** @throws {Problem} when nothing is deployed */
export async function openDeployed(stage: Stage): Promise<StageAccess & { readonly deployed: Deployed }> {
  const access = await openStage(stage);
  const deployed = await readDeployed(access.terraform);
  if (!deployed) throw new Problem(`Nothing is deployed as ${stage}.`);
  return { ...access, deployed };
}
