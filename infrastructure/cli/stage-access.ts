import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";

import { Problem } from "@/local/problem";

import { checkTerraform, readAccount, regionOf, stateStoreExists, stateStoreOf } from "./account";
import type { Clients, Deployed } from "./release";
import type { Stage } from "./stage";
import { terraformFor, type Terraform } from "./terraform";

/** A stage as it is deployed, and how to change it. */
export interface StageAccess {
  readonly terraform: Terraform;
  readonly clients: Clients;
  readonly region: string;
  /** What is deployed; undefined when nothing is. */
  readonly deployed: Deployed | undefined;
}

const isDeployed = (outputs: Partial<Deployed>): outputs is Deployed => outputs.function_name !== undefined;

/** @throws {Problem} when the account has no bucket for states */
export async function openStage(
  stage: Stage,
  variables: Readonly<Record<string, string>> = {},
): Promise<StageAccess> {
  await checkTerraform();
  const region = regionOf(process.env);
  const state = stateStoreOf(await readAccount(region), region);
  if (!(await stateStoreExists(state))) {
    throw new Problem(`The account has no bucket ${state.bucket}: run npm run cloud:install first.`);
  }
  const terraform = await terraformFor(stage, state, { region, ...variables });
  const outputs = await terraform.outputs();
  return {
    terraform,
    clients: { lambda: new LambdaClient({ region }), s3: new S3Client({ region }) },
    region,
    deployed: isDeployed(outputs) ? outputs : undefined,
  };
}

/** @throws {Problem} when nothing is deployed */
export async function openDeployed(stage: Stage): Promise<StageAccess & { readonly deployed: Deployed }> {
  const access = await openStage(stage);
  if (!access.deployed) throw new Problem(`Nothing is deployed as ${stage}.`);
  return { ...access, deployed: access.deployed };
}
