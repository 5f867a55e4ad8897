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
import { readDeployed, stateKey } from "./state-store";
import { terraformIn, type Terraform } from "./terraform";

/** The folder of a stage's configuration. */
export const stageFolder = (stage: Stage): string => join("infrastructure", "environments", stage);

/** Has the second of two deployments wait for the first, as long as one takes. */
export const WAIT_FOR_LOCK = "-lock-timeout=5m";

/** An account with a bucket for states, and how to speak to what its stages hold. */
export interface AccountAccess {
  readonly account: string;
  readonly store: StateStore;
  readonly clients: Clients;
}

/** How to change a stage. */
export interface StageAccess extends AccountAccess {
  readonly terraform: Terraform;
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
    `-backend-config=key=${stateKey(stage)}`,
    `-backend-config=region=${region}`,
    "-backend-config=use_lockfile=true",
  );

/** @throws {Problem} when the account has no bucket for states */
async function openAccount(): Promise<AccountAccess> {
  const region = regionOf(process.env);
  const account = await readAccount(region);
  const store = stateStoreOf(account, region);
  if (!(await stateStoreExists(store))) {
    throw new Problem(`The account has no bucket ${store.bucket}: run npm run cloud:install first.`);
  }
  const clients = { lambda: new LambdaClient({ region }), s3: new S3Client({ region }) };
  return { account, store, clients };
}

/** @throws {Problem} when Terraform is missing, or the account has no bucket for states */
export async function openStage(stage: Stage): Promise<StageAccess> {
  await checkTerraform();
  const access = await openAccount();
  const { region } = access.store;
  const terraform = terraformIn({ folder: stageFolder(stage), variables: { region } });
  await initStage(terraform, stage, access.store);
  return { ...access, terraform };
}

/** @throws {Problem} when nothing is deployed */
export async function openDeployed(stage: Stage): Promise<AccountAccess & { readonly deployed: Deployed }> {
  const access = await openAccount();
  const deployed = await readDeployed(access.clients.s3, access.store, stage);
  if (!deployed) throw new Problem(`Nothing is deployed as ${stage}.`);
  return { ...access, deployed };
}
