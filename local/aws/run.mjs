// `npm run cloud:local`, on a fresh clone too.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "../install.mjs";

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const installed = await ensureInstalled(".");
if (installed !== 0) process.exit(installed ?? 1);
const { register } = await import("tsx/esm/api");
register();
const { up } = await import("./up.ts");
process.exit(await up(process.argv.slice(2)));
