import { Problem } from "@/local/problem";

import { buildPackage, PACKAGE_FOLDER } from "./package-bundle";
import { release, type Deployed } from "./release";
import { say } from "./run-command";
import type { Stage } from "./stage";
import { openStage } from "./stage-access";

/**
 * Builds the app and brings a stage to what Terraform and the build say.
 *
 * @param readKey TMDB's read key where it is given anew; otherwise the one that is there stays
 * @returns what is deployed now
 * @throws {Problem} when something fails; visitors keep what they had
 */
export async function deployStage(stage: Stage, readKey?: string): Promise<Deployed> {
  const { deployed: before } = await openStage(stage);
  const version = before?.tmdb_read_key_version ?? 0;
  const { serverBytes } = await buildPackage();
  say(`The server's archive has ${(serverBytes / 1e6).toFixed(2)} MB.`);

  const { terraform, clients } = await openStage(stage, {
    tmdb_read_key_version: String(readKey ? version + 1 : version),
    ...(readKey ? { tmdb_read_key: readKey } : {}),
  });
  await terraform.run("apply", "-auto-approve");
  const deployed = (await terraform.outputs()) as Deployed;
  if (deployed.function_name === undefined) throw new Problem(`Terraform names no function for ${stage}.`);
  await release({ clients, deployed, packageFolder: PACKAGE_FOLDER, say });
  return deployed;
}
