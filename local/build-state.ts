import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

// What the build is made from; a folder counts with everything in it.
const SOURCES = ["app", "lib", "public", "proxy.ts", "next.config.mjs", "package-lock.json", "tsconfig.json"];

/** Milliseconds since 1970, or null when there is no such file. */
async function modified(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * The latest change in a file or folder; a folder's own time tells of files that were removed.
 *
 * @returns milliseconds since 1970; 0 for what is not there
 */
export async function latestChange(path: string): Promise<number> {
  const own = await modified(path);
  if (own === null) return 0;
  if (!(await stat(path)).isDirectory()) return own;
  const inside = await Promise.all((await readdir(path)).map((name) => latestChange(join(path, name))));
  return Math.max(own, ...inside);
}

/** Says whether `next build` has to run: there is no whole build in `root`, or a source changed after it. */
export async function needsBuild(root: string): Promise<boolean> {
  const built = await modified(join(root, ".next", "BUILD_ID"));
  // Next writes this one last, so a build that was interrupted lacks it.
  const finished = await modified(join(root, ".next", "export-marker.json"));
  if (built === null || finished === null) return true;
  const changes = await Promise.all(SOURCES.map((name) => latestChange(join(root, name))));
  return Math.max(...changes) > built;
}
