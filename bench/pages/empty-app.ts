import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { NEXT } from "../http/build";
import { EMPTY_APP } from "../start/empty-page";

const ROOT = new URL("../../", import.meta.url);
/** Inside the project, so that its node_modules are found from there. */
export const EMPTY_FOLDER = new URL(".bench/empty-app/", ROOT);

/** Removes the app of one empty page. */
export const removeEmptyApp = () => rm(EMPTY_FOLDER, { recursive: true, force: true });

/**
 * Builds an app of one empty page with the same Next.
 *
 * @throws with what Next said, when the build fails
 */
export async function buildEmptyApp(): Promise<void> {
  await removeEmptyApp();
  await mkdir(new URL("app/", EMPTY_FOLDER), { recursive: true });
  for (const [path, text] of Object.entries(EMPTY_APP)) await writeFile(new URL(path, EMPTY_FOLDER), text);
  await cp(new URL("tsconfig.json", ROOT), new URL("tsconfig.json", EMPTY_FOLDER));
  await promisify(execFile)(process.execPath, [NEXT, "build"], {
    cwd: fileURLToPath(EMPTY_FOLDER),
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}
