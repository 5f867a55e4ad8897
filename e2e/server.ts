import { needsBuild } from "../local/build-state";
import { createCacheTable } from "../local/dynamodb/create-cache-table";
import { close, listen } from "../local/listen";
import { runNext } from "../local/next-process";
import { checkPort } from "../local/port";
import { Problem } from "../local/problem";
import { startLocalStack } from "../local/stack";
import { stopOnSignals } from "../local/stop-signal";
import { sampleCatalogue } from "../local/tmdb/catalogue/sample-catalogue";
import { waitUntilAnswering } from "../local/wait-until-answering";
import { baseUrl, keylessUrl, PORTS, SHORT_WINDOW_MS, shortWindowUrl } from "./support/addresses";
import { createControl } from "./support/control-server";
import { invented } from "./support/films";

const COMMAND = "npm run test:e2e";

// What the person at the terminal has set for an app of their own has no say here.
const UNSET = {
  CACHE_WINDOW_SECONDS: "",
  TMDB_READ_KEY: "",
  TMDB_READ_KEY_PARAMETER: "",
  AWS_ENDPOINT_URL: "",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};

// Each with a table of its own, since one app's answers are as good as another's.
const APPS = [
  { url: baseUrl, port: PORTS.app, env: { CACHE_TABLE_NAME: "e2e" } },
  {
    url: shortWindowUrl,
    port: PORTS.shortWindow,
    env: { CACHE_TABLE_NAME: "e2e-short-window", CACHE_WINDOW_SECONDS: String(SHORT_WINDOW_MS / 1000) },
  },
  { url: keylessUrl, port: PORTS.keyless, env: { CACHE_TABLE_NAME: "e2e-keyless", TMDB_READ_KEY: "" } },
];

/** Runs the apps until `stop`, or until one of them ends by itself, which ends the others too. */
async function runApps(
  env: Readonly<Record<string, string>>,
  stop: AbortSignal,
  ready: () => Promise<unknown>,
) {
  const failed = new AbortController();
  const end = AbortSignal.any([stop, failed.signal]);
  const running = APPS.map((app) =>
    runNext(["start", "-p", String(app.port)], { ...UNSET, ...env, ...app.env }, end).finally(() =>
      failed.abort(),
    ),
  );
  const answering = Promise.all(APPS.map(({ url }) => waitUntilAnswering(`${url}/api/health`, end)));
  await Promise.all([...running, answering.then((all) => (all.every(Boolean) ? ready() : undefined))]);
}

async function run(stop: AbortSignal): Promise<void> {
  for (const port of Object.values(PORTS)) await checkPort(port, COMMAND);
  if (await needsBuild(process.cwd())) {
    console.log("Building the app, since its sources have changed.");
    await runNext(["build"], {}, stop);
  }
  if (stop.aborted) return;

  const control = createControl();
  const stack = await startLocalStack({
    environment: {},
    tmdb: {
      films: [...sampleCatalogue(), ...Object.values(invented)],
      intercept: control.intercept,
      // What trends changes every week, and with it the pictures of the start page.
      now: () => Date.UTC(2026, 0, 1),
    },
  });
  try {
    const endpoint = stack.env.AWS_ENDPOINT_URL_DYNAMODB ?? "";
    for (const { env } of APPS) await createCacheTable({ endpoint, tableName: env.CACHE_TABLE_NAME });
    // Playwright begins as soon as the control server answers.
    await runApps(stack.env, stop, () => listen(control.server, PORTS.control, "127.0.0.1"));
  } finally {
    await Promise.all([close(control.server), stack.close()]);
  }
}

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
try {
  await run(stopOnSignals());
} catch (error) {
  console.log(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
