import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  NoSuchKey,
  type S3Client,
} from "@aws-sdk/client-s3";

import type { StateStore } from "./account";
import type { Bootstrapped } from "./bootstrap";
import type { Deployed } from "./deployed";
import { STAGES, type Stage } from "./stage";

/** A stage's state, as far as something is made of it without Terraform. */
interface State {
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources: readonly unknown[];
}

/** The object in the bucket that is a stage's state. */
export const stateKey = (stage: Stage): string => `${stage}.tfstate`;
/** What Terraform keeps there while somebody changes the stage. */
const lockKey = (stage: Stage) => `${stateKey(stage)}.tflock`;

async function readState(s3: S3Client, { bucket }: StateStore, stage: Stage): Promise<State> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: stateKey(stage) }));
    const state = JSON.parse((await Body?.transformToString()) ?? "{}") as Partial<State>;
    return { outputs: {}, resources: [], ...state };
  } catch (error) {
    if (error instanceof NoSuchKey) return { outputs: {}, resources: [] };
    throw error;
  }
}

/**
 * What Terraform's outputs say of a stage. They are read from its state, so that a rollback needs neither Terraform nor
 * its provider.
 *
 * @returns undefined when nothing is deployed
 */
export async function readDeployed(
  s3: S3Client,
  store: StateStore,
  stage: Stage,
): Promise<Deployed | undefined> {
  const { outputs } = await readState(s3, store, stage);
  const deployed: Partial<Deployed> = Object.fromEntries(
    Object.entries(outputs).map(([name, { value }]) => [name, value]),
  );
  // After a first apply that failed there may be some.
  const isWhole = deployed.function_name !== undefined && deployed.url !== undefined;
  return isWhole ? (deployed as Deployed) : undefined;
}

/** The stages that need the bucket: their states name something, or somebody is changing them. */
async function stagesInUse(s3: S3Client, store: StateStore): Promise<Stage[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: store.bucket }));
  const keys = new Set(Contents.map(({ Key }) => Key));
  const found = await Promise.all(
    STAGES.map(async (stage) => {
      const isInUse = keys.has(lockKey(stage)) || (await readState(s3, store, stage)).resources.length > 0;
      return isInUse ? [stage] : [];
    }),
  );
  return found.flat();
}

/**
 * Why the bucket for states has to stay; the rest of a sentence.
 *
 * @param leaving a stage that is about to be removed
 * @returns undefined when it can go
 */
export async function reasonToKeep(
  s3: S3Client,
  store: StateStore,
  bootstrapped: Bootstrapped | undefined,
  leaving?: Stage,
): Promise<string | undefined> {
  const others = (await stagesInUse(s3, store)).filter((stage) => stage !== leaving);
  if (others.length > 0) return ` for ${others.join(", ")}.`;
  switch (bootstrapped) {
    case "states":
      return undefined;
    case "states and GitHub":
      return ", and so does what GitHub deploys with: infrastructure/README.md says how to remove both.";
    default:
      return ": it was made on another machine. Run this there, or remove it by hand.";
  }
}

/** Deletes every version of every object: those are kept for states, and keep a bucket from being removed. */
export async function emptyStateStore(s3: S3Client, { bucket }: StateStore): Promise<void> {
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket }),
    );
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return;
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const [error] = Errors;
    if (error) throw new Error(`${bucket} could not be emptied (${error.Code}: ${error.Key})`);
  }
}
