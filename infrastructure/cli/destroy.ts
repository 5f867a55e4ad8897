import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3";

import { Problem } from "@/local/problem";

import {
  checkTerraform,
  readAccount,
  regionOf,
  stateStoreExists,
  stateStoreOf,
  type StateStore,
} from "./account";
import { confirm } from "./ask";
import { bootstrappedHere, openBootstrap, type Bootstrapped } from "./bootstrap";
import { runCommand, say } from "./run-command";
import { readOptions, STAGES, type Stage } from "./stage";
import { openStage, WAIT_FOR_LOCK } from "./stage-access";

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

/** The stages whose states name anything. */
async function stagesIn(s3: S3Client, state: StateStore): Promise<Stage[]> {
  const found = await Promise.all(STAGES.map(async (one) => ((await isThere(s3, state, one)) ? [one] : [])));
  return found.flat();
}

async function removeStateStore(s3: S3Client, state: StateStore): Promise<void> {
  if (await stateStoreExists(state)) await empty(s3, state);
  const bootstrap = await openBootstrap(state);
  await bootstrap.run("destroy", "-auto-approve");
  say("The bucket for states is removed too: nothing is left.");
}

/** Why the bucket for states is left alone; the rest of a sentence. */
function reasonToStay(others: readonly Stage[], bootstrapped: Bootstrapped | undefined): string {
  if (others.length > 0) return ` for ${others.join(", ")}.`;
  if (bootstrapped === undefined)
    return ": it was made on another machine. Run this there, or remove it by hand.";
  return ", and so does what GitHub deploys with: infrastructure/README.md says how to remove both.";
}

/** `npm run cloud:destroy -- --stage X`: the stage, and the bucket for states after the last one. */
await runCommand(async (args) => {
  const { stage, yes } = readOptions(args);
  if (!args.some((one) => one.startsWith("--stage")))
    throw new Problem(`Say which stage is to go: -- --stage ${STAGES.join(" | ")}`);
  await checkTerraform();
  const region = regionOf(process.env);
  const account = await readAccount(region);
  const place = `account ${account}, region ${region}`;
  const state = stateStoreOf(account, region);
  const s3 = new S3Client({ region });
  const bootstrapped = bootstrappedHere(state);
  if (!(await stateStoreExists(state))) {
    say(`Nothing is installed in ${place}.`);
    // One that was broken off has removed the bucket before the rest.
    if (bootstrapped === "states") await removeStateStore(s3, state);
    return;
  }
  const others = (await stagesIn(s3, state)).filter((one) => one !== stage);
  const isLast = others.length === 0 && bootstrapped === "states";
  const also = isLast ? `, and with the last stage the bucket of all states, ${state.bucket}` : "";
  await confirm(`Everything of ${stage} in ${place} will be removed${also}.`, stage, yes);

  const { terraform } = await openStage(stage);
  await terraform.run("destroy", "-auto-approve", WAIT_FOR_LOCK);
  say(`${stage} is removed.`);
  if (isLast) await removeStateStore(s3, state);
  else say(`The bucket ${state.bucket} stays${reasonToStay(others, bootstrapped)}`);
});
