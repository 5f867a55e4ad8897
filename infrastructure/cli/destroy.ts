import { S3Client } from "@aws-sdk/client-s3";

import { Problem } from "@/local/problem";

import {
  checkTerraform,
  placeOf,
  readAccount,
  regionOf,
  stateStoreExists,
  stateStoreOf,
  type StateStore,
} from "./account";
import { confirm } from "./ask";
import { bootstrappedHere, openBootstrap } from "./bootstrap";
import { removeStage } from "./remove-stage";
import { runCommand, say } from "./run-command";
import { readOptions, STAGES } from "./stage";
import { openStage, WAIT_FOR_LOCK } from "./stage-access";
import { emptyStateStore } from "./state-store";

async function removeStateStore(s3: S3Client, store: StateStore): Promise<void> {
  if (await stateStoreExists(store)) await emptyStateStore(s3, store);
  const bootstrap = await openBootstrap(store);
  await bootstrap.run("destroy", "-auto-approve");
  say("The bucket for states is removed too: nothing is left.");
}

/** `npm run cloud:destroy -- --stage X`: the stage, and the bucket for states after the last one. */
await runCommand(async (args) => {
  const { stage, yes } = readOptions(args);
  if (!args.some((one) => one.startsWith("--stage")))
    throw new Problem(`Say which stage is to go: -- --stage ${STAGES.join(" | ")}`);
  await checkTerraform();
  const region = regionOf(process.env);
  const account = await readAccount(region);
  const place = placeOf(account, region);
  const store = stateStoreOf(account, region);
  const s3 = new S3Client({ region });
  const bootstrapped = bootstrappedHere(store);
  if (!(await stateStoreExists(store))) {
    say(`Nothing is installed in ${place}.`);
    // One that was broken off has removed the bucket before the rest.
    if (bootstrapped === "states") await removeStateStore(s3, store);
    return;
  }
  await removeStage({
    stage,
    s3,
    store,
    bootstrapped,
    say,
    async confirm(isLast) {
      const also = isLast ? `, and with the last stage the bucket of all states, ${store.bucket}` : "";
      await confirm(`Everything of ${stage} in ${place} will be removed${also}.`, stage, yes);
    },
    async destroyStage() {
      const { terraform } = await openStage(stage);
      await terraform.run("destroy", "-auto-approve", WAIT_FOR_LOCK);
    },
    removeStore: () => removeStateStore(s3, store),
  });
});
