import { existsSync } from "node:fs";
import { join } from "node:path";

import { Problem } from "@/local/problem";

import { placeOf } from "./account";
import type { Deployed } from "./deployed";
import { keyVersionIn, newKeyVersion } from "./key-version";
import { buildPackage, PACKAGE_FOLDER, RELEASE_FILE } from "./package-bundle";
import { release } from "./release";
import { say } from "./run-command";
import type { Stage } from "./stage";
import { openStage, stageFolder, WAIT_FOR_LOCK } from "./stage-access";
import { checkInstalled, checkStageSettings, readStageSettings } from "./stage-settings";
import { readDeployed } from "./state-store";

export interface Deployment {
  readonly stage: Stage;
  /** Deploys what was built before, as it went to another stage. */
  readonly noBuild: boolean;
  /** Makes the stage where it is not there yet. */
  readonly isInstall?: boolean;
  /** TMDB's read key where it is given anew, and TMDB takes it; otherwise the one that is there stays. */
  readonly readKey?: string | undefined;
  /** Told whether visitors have what is being deployed. */
  readonly onSwitch?: (isLive: boolean) => Promise<void>;
}

async function build(): Promise<void> {
  const { serverBytes } = await buildPackage();
  say(`The server's archive has ${(serverBytes / 1e6).toFixed(2)} MB.`);
}

/**
 * Builds the app and brings a stage to what Terraform and the build say.
 *
 * @returns what is deployed now
 * @throws {Problem} when something fails; visitors keep what they had
 */
export async function deployStage(deployment: Deployment): Promise<Deployed> {
  const { stage, noBuild, isInstall = false, readKey, onSwitch } = deployment;
  if (noBuild && !existsSync(join(PACKAGE_FOLDER, RELEASE_FILE)))
    throw new Problem("Nothing was built before: leave --no-build out.");
  const { terraform, clients, account, store } = await openStage(stage);
  const resources = await terraform.resources();
  if (!isInstall) {
    const place = placeOf(account, store.region);
    checkInstalled(stage, resources, place);
    say(`Deploying ${stage} in ${place}.`);
  }
  checkStageSettings(readStageSettings(stageFolder(stage), process.env), resources);
  if (!noBuild) await build();

  const version = readKey ? newKeyVersion() : keyVersionIn(resources);
  await terraform
    .with({ tmdb_read_key_version: String(version), ...(readKey ? { tmdb_read_key: readKey } : {}) })
    .run("apply", "-auto-approve", WAIT_FOR_LOCK);
  const deployed = await readDeployed(clients.s3, store, stage);
  if (!deployed) throw new Problem(`Terraform names no function for ${stage}.`);
  await release({
    clients,
    deployed,
    packageFolder: PACKAGE_FOLDER,
    say,
    siteUrl: process.env["DISTRIBUTION_URL"] || undefined,
    ...(onSwitch && { onSwitch }),
  });
  return deployed;
}
