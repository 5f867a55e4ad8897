// `npm start` and `npm run dev`. Runs on a fresh clone, so it knows nothing but Node until the packages are there.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "./install.mjs";

const OLDEST_NODE = [20, 9];

/** Says whether this Node can run the app. */
function isNodeNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * @param {string} mode
 * @returns {Promise<number>} the exit code
 */
async function main(mode) {
  if (!isNodeNewEnough()) {
    console.error(
      `This needs Node ${OLDEST_NODE.join(".")} or newer, and this is Node ${process.versions.node}.`,
    );
    return 1;
  }
  if (mode !== "start" && mode !== "dev") {
    console.error(`There is no mode "${mode}": it is "start" or "dev".`);
    return 1;
  }
  const parent = process.ppid;
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  const installed = await ensureInstalled(".");
  // Whoever ended npm meanwhile did not want what comes next.
  const npmIsGone = process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
  if (installed === null || npmIsGone) {
    console.log("Stopped.");
    return 0;
  }
  if (installed !== 0) return 1;
  // From here on TypeScript; in this very process, so that a signal has one process less to pass.
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("./serve.ts");
  return serve(mode);
}

process.exit(await main(process.argv[2] ?? "start"));
