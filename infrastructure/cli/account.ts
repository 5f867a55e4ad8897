import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

import { Problem } from "@/local/problem";

const OLDEST_TERRAFORM = [1, 11] as const;

/** Where the states of all stages are kept. */
export interface StateStore {
  readonly bucket: string;
  readonly region: string;
}

/** Where everything is deployed: AWS_REGION, or Paris where that is missing or empty. */
export const regionOf = (env: NodeJS.ProcessEnv): string => env["AWS_REGION"] || "eu-west-3";

/** @throws {Problem} when Terraform is missing or too old */
export async function checkTerraform(): Promise<void> {
  const answer = await promisify(execFile)("terraform", ["version", "-json"]).catch(() => undefined);
  if (!answer) throw new Problem("Terraform is missing: https://developer.hashicorp.com/terraform/install");
  const { terraform_version: version } = JSON.parse(answer.stdout) as { terraform_version: string };
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_TERRAFORM;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Problem(`Terraform ${version} is too old: ${OLDEST_TERRAFORM.join(".")} or newer is needed.`);
}

/**
 * Whose account it is.
 *
 * @throws the SDK's error when there are no credentials, or they are refused
 */
export async function readAccount(region: string): Promise<string> {
  const { Account } = await new STSClient({ region }).send(new GetCallerIdentityCommand());
  if (!Account) throw new Problem("AWS does not say whose account this is.");
  return Account;
}

/** Where the states of an account lie: bootstrap makes the bucket by this name. */
export const stateStoreOf = (account: string, region: string): StateStore => ({
  bucket: `movies-viewer-state-${account}-${region}`,
  region,
});

/** An account and region in words, for who might have meant another. */
export const placeOf = (account: string, region: string): string => `account ${account}, region ${region}`;

/** Whether the bucket for states is there. */
export async function stateStoreExists({ bucket, region }: StateStore): Promise<boolean> {
  try {
    await new S3Client({ region }).send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if (error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchBucket")) return false;
    throw error;
  }
}
