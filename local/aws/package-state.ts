import { join } from "node:path";
import { latestChange, needsBuild } from "../build-state";

/** What Terraform and the release take from OpenNext's folder; the last is written last. */
export const PACKAGE_FILES = ["open-next.output.json", "server.zip", "cache-clearer.zip", "RELEASE"] as const;

// Beside the app's own sources.
const SOURCES = ["open-next.config.ts", join("infrastructure", "lambda")];

/** Says whether what is deployed has to be built: some of it is missing, or a source changed after it. */
export async function needsPackage(root: string): Promise<boolean> {
  const built = await Promise.all(PACKAGE_FILES.map((name) => latestChange(join(root, ".open-next", name))));
  if (built.includes(0) || (await needsBuild(root))) return true;
  const changes = await Promise.all(SOURCES.map((name) => latestChange(join(root, name))));
  return Math.max(...changes) > Math.min(...built);
}
