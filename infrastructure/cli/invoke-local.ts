import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Problem } from "@/local/problem";

import { PACKAGE_FOLDER } from "./package-bundle";
import { httpEvent } from "./http-event";
import { runCommand, say } from "./run-command";

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `npm run invoke:local -- [/path?query]`: sends one event to the built bundle, with this shell's environment. */
await runCommand(async ([path = "/api/health"]) => {
  const bundle = resolve(PACKAGE_FOLDER, "server-functions", "default", "index.mjs");
  if (!existsSync(bundle)) throw new Problem("There is no bundle: run npm run cloud:build first.");
  const { handler } = (await import(pathToFileURL(bundle).href)) as {
    handler: (event: unknown) => Promise<Answer>;
  };
  const { statusCode, headers, body } = await handler(httpEvent(path));
  say(`${statusCode}\n${JSON.stringify(headers, null, 2)}\n\n${body}`);
  // The bundle keeps timers and sockets for requests that will not come.
  process.exit(0);
});
