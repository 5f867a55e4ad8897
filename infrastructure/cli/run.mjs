// The cloud's commands, on a fresh clone too: `node infrastructure/cli/run.mjs install --stage dev`.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "../../local/install.mjs";

const COMMANDS = ["build", "clear-cache", "deploy", "destroy", "install", "invoke-local", "rollback"];

const [command] = process.argv.splice(2, 1);
process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
if (!COMMANDS.includes(command)) {
  console.error(`There is no command "${command}"; there are: ${COMMANDS.join(", ")}`);
  process.exit(1);
}
const code = await ensureInstalled(".");
if (code !== 0) process.exit(code ?? 1);
const { register } = await import("tsx/esm/api");
register();
await import(`./${command}.ts`);
