import { appendFile } from "node:fs/promises";

import { deployStage } from "./deploy-stage";
import { runCommand, say } from "./run-command";
import { readOptions } from "./stage";

/** `npm run cloud:deploy -- --stage X [--no-build]` */
await runCommand(async (args) => {
  const { stage, "no-build": noBuild = false } = readOptions(args, { "no-build": "boolean" });
  const { url } = await deployStage({ stage, noBuild });
  say(`${stage}: ${url}`);
  // The steps of a workflow that follow open it.
  const outputs = process.env["GITHUB_OUTPUT"];
  if (outputs) await appendFile(outputs, `url=${url}\n`);
});
