import { createHash } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

import { unzipSync } from "fflate";

import type { Deployment } from "./deployment";

/** Returns the SHA-256 of a zip as Lambda states it. */
export const codeSha256 = (zip: Uint8Array) => createHash("sha256").update(zip).digest("base64");

/** Writes the files of a zip below a folder. */
export async function unpack(zip: Uint8Array, folder: string): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const path = join(folder, name);
    if (!path.startsWith(folder + sep)) throw new Error(`The zip holds a path outside of it: ${name}`);
    if (name.endsWith("/")) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

/**
 * Fetches the deployed zip, unpacks it and returns where.
 * @throws when it is not the zip that was deployed
 */
export async function fetchCode(deployment: Deployment, folder: string): Promise<string> {
  const { functionName, version, codeUrl } = deployment;
  const response = await fetch(codeUrl);
  if (!response.ok) {
    throw new Error(`The code of ${functionName}:${version} can't be fetched: ${response.status}.`);
  }
  const zip = new Uint8Array(await response.arrayBuffer());
  const found = codeSha256(zip);
  if (found !== deployment.codeSha256) {
    throw new Error(
      `The code of ${functionName}:${version} has the SHA-256 ${found}, but ${deployment.codeSha256} was deployed.`,
    );
  }
  const target = join(folder, functionName, Buffer.from(found, "base64").toString("hex").slice(0, 16));
  // In one step, so that a folder that is there is complete.
  const unfinished = `${target}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await unpack(zip, unfinished);
  await rm(target, { recursive: true, force: true });
  await rename(unfinished, target);
  return target;
}
