import { readFile } from "node:fs/promises";

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/** Versions of this folder's own packages, as they are locked. */
export async function lockedVersions(): Promise<ReadonlyMap<string, string>> {
  const { packages } = JSON.parse(
    await readFile(new URL("./package-lock.json", import.meta.url), "utf8"),
  ) as Lock;
  return new Map(
    Object.entries(packages).map(([path, { version = "" }]) => [
      path.replace(/^node_modules\//, ""),
      version,
    ]),
  );
}
