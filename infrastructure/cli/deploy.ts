import { appendFile } from "node:fs/promises";

import { deployStage } from "./deploy-stage";
import { runCommand, say } from "./run-command";
import { readOptions } from "./stage";

/** `npm run cloud:deploy -- --stage X` */
await runCommand(async (args) => {
  const { stage } = readOptions(args);
  const { url } = await deployStage(stage);
  say(`${stage}: ${url}`);
  // The steps of a workflow that follow open it.
  const outputs = process.env["GITHUB_OUTPUT"];
  if (outputs) await appendFile(outputs, `url=${url}\n`);
});
