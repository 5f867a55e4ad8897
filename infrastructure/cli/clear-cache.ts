import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";

import { Problem } from "@/local/problem";

import { readClearing } from "./clearing";
import { runCommand, say } from "./run-command";
import { readOptions } from "./stage";
import { openDeployed } from "./stage-access";

/** `npm run cloud:clear-cache -- --stage X [--query Q]`: asks for it; the worker does it in its own time. */
await runCommand(async (args) => {
  const { stage, query } = readOptions(args, { query: "string" });
  const clearing = readClearing(query);
  const { deployed, store } = await openDeployed(stage);
  const { Entries = [] } = await new EventBridgeClient({ region: store.region }).send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: deployed.event_bus_name,
          Source: "movies-viewer",
          DetailType: "Clear cache",
          Detail: JSON.stringify(clearing),
        },
      ],
    }),
  );
  const failed = Entries.find(({ ErrorCode }) => ErrorCode);
  if (failed) throw new Problem(`EventBridge did not take it (${failed.ErrorCode}: ${failed.ErrorMessage}).`);
  const what = clearing.query === undefined ? "everything" : `searches for "${clearing.query}"`;
  say(`The cache of ${stage} will be cleared of ${what}.`);
});
