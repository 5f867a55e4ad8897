/** Format, validity and tests of the infrastructure. Run: npm run test:infra -- check */
import { join } from "node:path";

import { copyTo, folder, mustTerraform } from "./terraform.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

copyTo(folder);
await mustTerraform(folder, "fmt", "-check", "-diff", "-recursive");
say("Formatted.");

for (const root of ["environments/dev", "environments/staging", "environments/production", "bootstrap"]) {
  const path = join(folder, root);
  await mustTerraform(path, "init", "-backend=false", "-input=false", "-no-color");
  await mustTerraform(path, "validate", "-no-color");
  say(`Valid: ${root}`);
}

const tests = join(folder, "tests");
await mustTerraform(tests, "init", "-input=false", "-no-color");
say(await mustTerraform(tests, "test", "-no-color"));
