// `npm run test:infra [-- check | defects | scenario]`: one part, or all of them.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const PARTS = {
  check: () => import("./check.mjs"),
  defects: () => import("./run-defects.mjs"),
  scenario: async () => {
    const { scenario } = await import("../../local/aws/scenario.ts");
    process.exitCode = await scenario();
  },
};

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
register();
const [wanted] = process.argv.splice(2, 1);
if (wanted !== undefined && !(wanted in PARTS)) {
  console.error(`There is no part "${wanted}"; there are: ${Object.keys(PARTS).join(", ")}`);
  process.exit(1);
}
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted !== undefined && wanted !== name) continue;
  console.log(`\n── ${name}`);
  await part();
  if (process.exitCode) break;
}
