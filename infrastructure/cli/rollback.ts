import { Problem } from "@/local/problem";

import { checkVersion } from "./check-version";
import { runCommand, say } from "./run-command";
import { readOptions } from "./stage";
import { openDeployed } from "./stage-access";
import { liveVersion, moveLive } from "./versions";

/** `npm run cloud:rollback -- --stage X [--to N]`: what visitors had before, in one change. */
await runCommand(async (args) => {
  const { stage, to } = readOptions(args, { to: "string" });
  const { clients, deployed } = await openDeployed(stage);
  const { live, before } = await liveVersion(clients, deployed);
  const target = to ?? before;
  if (target === undefined) throw new Problem(`Version ${live} is the first: there is none to go back to.`);
  await checkVersion(clients, deployed, target);
  await moveLive(clients, deployed, target, live);
  say(`${stage} is back on version ${target}; version ${live} can be had again by --to ${live}.`);
});
