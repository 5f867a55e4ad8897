import { join } from "node:path";

import { checkTerraform, readAccount, regionOf, stateStoreExists, stateStoreOf } from "./account";
import { askForReadKey } from "./ask";
import { deployStage } from "./deploy-stage";
import { runCommand, say } from "./run-command";
import { readOptions } from "./stage";
import { terraformIn } from "./terraform";

/** `npm run cloud:install -- --stage X`: everything from nothing, and again after any failure. */
await runCommand(async (args) => {
  const { stage } = readOptions(args);
  await checkTerraform();
  const region = regionOf(process.env);
  const account = await readAccount(region);
  say(`Installing ${stage} in account ${account}, region ${region}.`);
  const readKey = await askForReadKey();
  if (!readKey)
    say("No read key is given: one that is there stays, and without any the site says that it is missing.");

  const state = stateStoreOf(account, region);
  if (!(await stateStoreExists(state))) {
    say(`1 of 2: the bucket for Terraform's states, ${state.bucket}`);
    const bootstrap = terraformIn(join("infrastructure", "bootstrap"), { region });
    await bootstrap.run("init");
    await bootstrap.run("apply", "-auto-approve");
  }
  say(`2 of 2: ${stage}; CloudFront takes some minutes the first time.`);
  const { url } = await deployStage(stage, readKey);
  say(`${stage} is ready: ${url}`);
});
