// `npm run bench`. Runs on a fresh clone, so it knows nothing but Node until the packages are there.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "../local/install.mjs";

const bench = dirname(fileURLToPath(import.meta.url));

/** Installs what is missing, of the project and of the bench. */
async function install() {
  for (const folder of [bench, dirname(bench)]) {
    process.chdir(folder);
    const code = await ensureInstalled();
    if (code !== 0) return code ?? 1;
  }
  return 0;
}

const installed = await install();
if (installed !== 0) process.exit(installed);
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./main.ts");
process.exit(await main(process.argv.slice(2)));
