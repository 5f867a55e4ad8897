import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

/** The absolute path of something in the repository. */
export const inRoot = (path: string): string => join(ROOT, path);

/** The text of a file in the repository. */
export const read = (file: string): string => readFileSync(inRoot(file), "utf8");

/** Installed or built, or a tool's own. */
const NOT_OURS = /^(\.|node_modules$|coverage$|test-results$|playwright-report$|reports$)/;

/**
 * The files of the repository in a folder and below, but for what is installed or built there, and for what is hidden.
 *
 * @param folder "" for all of it
 * @returns their paths from the repository's root
 */
export function filesIn(folder: string): string[] {
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return [path];
    return entry.isDirectory() && !NOT_OURS.test(entry.name) ? filesIn(path) : [];
  });
}

/** All documents. */
export const DOCUMENTS: readonly string[] = filesIn("").filter((path) => path.endsWith(".md"));
