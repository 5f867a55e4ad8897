import { readSettings } from "@/lib/settings";

import { checkTerraform, placeOf, readAccount, regionOf, stateStoreOf } from "./account";
import { askForReadKey } from "./ask";
import { ensureStateStore } from "./bootstrap";
import { deployStage } from "./deploy-stage";
import { checkReadKey } from "./read-key";
import { runCommand, say } from "./run-command";
import { readOptions, type Stage } from "./stage";
import { stageFolder } from "./stage-access";
import { readStageSettings } from "./stage-settings";

/** @throws {Problem} when TMDB refuses the key */
async function askTmdb(stage: Stage, readKey: string): Promise<void> {
  const settings = readStageSettings(stageFolder(stage), process.env);
  const { tmdbApiUrl } = readSettings({ TMDB_API_URL: settings.get("tmdb_api_url") ?? "" });
  const unknown = await checkReadKey(readKey, tmdbApiUrl);
  if (unknown) say(`TMDB can't be asked whether it takes the read key (${unknown}); going on with it.`);
}

/** `npm run cloud:install -- --stage X [--no-build]`: everything from nothing, and again after any failure. */
await runCommand(async (args) => {
  const { stage, "no-build": noBuild = false } = readOptions(args, { "no-build": "boolean" });
  await checkTerraform();
  const region = regionOf(process.env);
  const account = await readAccount(region);
  say(`Installing ${stage} in ${placeOf(account, region)}.`);
  const readKey = await askForReadKey();
  // Before anything is made, even the bucket for states.
  if (readKey) await askTmdb(stage, readKey);
  else
    say("No read key is given: one that is there stays, and without any the site says that it is missing.");

  const state = stateStoreOf(account, region);
  say(`1 of 2: the bucket for Terraform's states, ${state.bucket}`);
  await ensureStateStore(state);
  say(`2 of 2: ${stage}; CloudFront takes some minutes the first time.`);
  const { url } = await deployStage({ stage, noBuild, isInstall: true, readKey });
  say(`${stage} is ready: ${url}`);
});
