import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { needsBuild } from "../build-state";

/** What Terraform and the release take from OpenNext's folder; the last is written last. */
export const PACKAGE_FILES = ["open-next.output.json", "server.zip", "cache-clearer.zip", "RELEASE"] as const;

// Beside the app's own sources.
const SOURCES = ["open-next.config.ts", join("infrastructure", "lambda")];

/** Milliseconds since 1970; 0 for what is not there. */
async function changed(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const inside = await Promise.all((await readdir(path)).map((name) => changed(join(path, name))));
  return Math.max(found.mtimeMs, ...inside);
}

/** Says whether what is deployed has to be built: some of it is missing, or a source changed after it. */
export async function needsPackage(root: string): Promise<boolean> {
  const built = await Promise.all(PACKAGE_FILES.map((name) => changed(join(root, ".open-next", name))));
  if (built.includes(0) || (await needsBuild(root))) return true;
  const changes = await Promise.all(SOURCES.map((name) => changed(join(root, name))));
  return Math.max(...changes) > Math.min(...built);
}
