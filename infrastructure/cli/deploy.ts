import { appendFile } from "node:fs/promises";

import { deployStage } from "./deploy-stage";
import { runCommand, say } from "./run-command";
import { readOptions } from "./stage";

/** Tells the steps of a GitHub workflow that follow. */
async function tellWorkflow(name: string, value: string): Promise<void> {
  const outputs = process.env["GITHUB_OUTPUT"];
  if (outputs) await appendFile(outputs, `${name}=${value}\n`);
}

/** `npm run cloud:deploy -- --stage X [--no-build]` */
await runCommand(async (args) => {
  const { stage, "no-build": noBuild = false } = readOptions(args, { "no-build": "boolean" });
  const { url } = await deployStage({
    stage,
    noBuild,
    // At once: this may be broken off before it is sure that the release is fit. The last of two counts.
    onSwitch: (isLive) => tellWorkflow("live", String(isLive)),
  });
  say(`${stage}: ${url}`);
  await tellWorkflow("url", url);
});
