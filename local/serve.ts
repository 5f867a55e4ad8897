import { comesFromTmdb, readSettings, SettingsError } from "../lib/settings";
import { needsBuild } from "./build-state";
import { runNext } from "./next-process";
import { checkPort, readPort } from "./port";
import { Problem } from "./problem";
import { startLocalStack, type LocalStack } from "./stack";
import { stopOnSignals } from "./stop-signal";
import { waitUntilAnswering } from "./wait-until-answering";

export type Mode = "start" | "dev";

const say = (line: string) => console.log(line);

/** What a person should know once the app answers. */
function welcome(url: string, command: string, { standIn, dynamoDb, env }: LocalStack): string {
  const films = standIn
    ? [
        "Films:    a sample catalogue of 3,200 real films, with drawn posters.",
        `          For all of TMDB stop this and run: TMDB_READ_KEY=<your token> ${command}`,
        '          The token is free: on themoviedb.org, account settings, API, "API Read Access Token".',
      ]
    : [comesFromTmdb() ? "Films:    TMDB." : "Films:    what TMDB_API_URL names, which is not TMDB itself."];
  const cache = dynamoDb
    ? `Cache:    an embedded DynamoDB at ${dynamoDb.endpoint}; it forgets everything when this stops.`
    : `Cache:    DynamoDB at ${env.AWS_ENDPOINT_URL_DYNAMODB}.`;
  return ["", `Movies viewer is ready: ${url}`, "", ...films, cache, "Stop:     Ctrl-C.", ""].join("\n");
}

async function run(mode: Mode, stop: AbortSignal): Promise<void> {
  const command = mode === "start" ? "npm start" : "npm run dev";
  const port = readPort(process.env);
  await checkPort(port, command);
  readSettings(process.env);

  if (mode === "start" && (await needsBuild(process.cwd()))) {
    say("Building the app; this takes a minute, and only after a change.");
    await runNext(["build"], {}, stop);
  }
  if (stop.aborted) return;

  say("Starting what stands in for the cloud.");
  const stack = await startLocalStack();
  try {
    say(`Starting the app on port ${port}.`);
    const url = `http://localhost:${port}`;
    const ended = new AbortController();
    const next = runNext([mode, "-p", String(port)], stack.env, stop).finally(() => ended.abort());
    const greeted = waitUntilAnswering(`${url}/api/health`, AbortSignal.any([stop, ended.signal])).then(
      (answers) => answers && say(welcome(url, command, stack)),
    );
    await Promise.all([next, greeted]);
  } finally {
    await stack.close();
  }
}

/**
 * Builds where needed and serves the app with everything it needs beside it, until Ctrl-C.
 *
 * @returns the exit code: 0 after Ctrl-C or SIGTERM, 1 after a problem, which has been printed then
 */
export async function serve(mode: Mode): Promise<number> {
  // The lock file holds the AWS SDK to a version that runs on this Node.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const stop = stopOnSignals();
  try {
    await run(mode, stop);
    say("Stopped.");
    return 0;
  } catch (error) {
    console.error(error instanceof Problem || error instanceof SettingsError ? error.message : error);
    return 1;
  }
}
