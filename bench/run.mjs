// `npm run bench`. Runs on a fresh clone, so it knows nothing but Node until the packages are there.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "../local/install.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
for (const folder of [".", "bench"]) {
  const code = await ensureInstalled(folder);
  if (code !== 0) process.exit(code ?? 1);
}
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./main.ts");
process.exit(await main(process.argv.slice(2)));
