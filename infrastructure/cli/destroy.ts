import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3";

import {
  checkTerraform,
  readAccount,
  regionOf,
  stateStoreExists,
  stateStoreOf,
  type StateStore,
} from "./account";
import { confirm } from "./ask";
import { bootstrapIn, isBootstrapHere } from "./bootstrap";
import { runCommand, say } from "./run-command";
import { readOptions, STAGES, type Stage } from "./stage";
import { openStage } from "./stage-access";

/** Whether a stage's state names anything. */
async function isThere(s3: S3Client, { bucket }: StateStore, stage: Stage): Promise<boolean> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `${stage}.tfstate` }));
    const { resources = [] } = JSON.parse((await Body?.transformToString()) ?? "{}") as {
      resources?: unknown[];
    };
    return resources.length > 0;
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchKey") return false;
    throw error;
  }
}

/** Deletes every version of every object: those are kept for states, and keep a bucket from being removed. */
async function empty(s3: S3Client, { bucket }: StateStore): Promise<void> {
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

/** `npm run cloud:destroy -- --stage X`: the stage, and the bucket for states after the last one. */
await runCommand(async (args) => {
  const { stage, yes } = readOptions(args);
  await checkTerraform();
  const region = regionOf(process.env);
  const account = await readAccount(region);
  const state = stateStoreOf(account, region);
  if (!(await stateStoreExists(state))) {
    say(`Nothing is installed in account ${account}, region ${region}.`);
    return;
  }
  await confirm(
    `Everything of ${stage} in account ${account}, region ${region}, will be removed.`,
    stage,
    yes,
  );
  const { terraform } = await openStage(stage);
  await terraform.run("destroy", "-auto-approve");
  say(`${stage} is removed.`);

  const s3 = new S3Client({ region });
  const others = await Promise.all(STAGES.map(async (one) => ((await isThere(s3, state, one)) ? [one] : [])));
  if (others.flat().length > 0) {
    say(`The bucket for states stays for ${others.flat().join(", ")}.`);
    return;
  }
  if (!isBootstrapHere()) {
    say(`The bucket ${state.bucket} was made on another machine: run this there, or remove it by hand.`);
    return;
  }
  await empty(s3, state);
  const bootstrap = bootstrapIn(region);
  await bootstrap.run("init");
  await bootstrap.run("destroy", "-auto-approve");
  say("The bucket for states is removed too: nothing is left.");
});
