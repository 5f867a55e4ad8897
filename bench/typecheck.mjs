// Part of `npm run typecheck`: the bench has types of its own packages, which are installed only where it is run.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const bench = dirname(fileURLToPath(import.meta.url));
if (existsSync(join(bench, "node_modules", ".package-lock.json"))) {
  const compiler = join(dirname(bench), "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [compiler, "--noEmit", "-p", bench], { stdio: "inherit" });
  process.exit(status ?? 1);
}
console.log("Left out: the types of bench/, whose packages are not installed (npm run bench installs them).");
