import { goBack } from "./release";
import { runCommand, say } from "./run-command";
import { readOptions } from "./stage";
import { openDeployed } from "./stage-access";

/** `npm run cloud:rollback -- --stage X [--to N]`: what visitors had before; again: what they had before that. */
await runCommand(async (args) => {
  const { stage, to } = readOptions(args, { to: "string" });
  const { clients, deployed } = await openDeployed(stage);
  const { live, from } = await goBack({ clients, deployed }, to);
  say(
    live === from
      ? `${stage} is on version ${live} already; its files are put in place again.`
      : `${stage} is back on version ${live}; version ${from} can be had again by --to ${from}.`,
  );
});
