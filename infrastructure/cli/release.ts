import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { Problem } from "@/local/problem";

import { pruneAssets, uploadAssets } from "./assets";
import { checkVersion } from "./check-version";
import type { Clients, Deployed } from "./deployed";
import { RELEASE_FILE } from "./package-bundle";
import { liveVersion, moveLive, pruneVersions, publishedVersions } from "./versions";

const CHECK_ATTEMPTS = 5;
const CHECK_PAUSE_MS = 3000;

async function checkSite(url: string): Promise<void> {
  const address = new URL("/api/health", url);
  for (let attempt = 1; ; attempt++) {
    const status = await fetch(address).then(
      (response) => response.status,
      (error: unknown) => String(error),
    );
    if (status === 200) return;
    if (attempt === CHECK_ATTEMPTS)
      throw new Problem(`${address.href} answers with ${status}, not with 200.`);
    await new Promise((resolve) => setTimeout(resolve, CHECK_PAUSE_MS));
  }
}

export interface ReleaseOptions {
  readonly clients: Clients;
  readonly deployed: Deployed;
  /** Holds what was built. */
  readonly packageFolder: string;
  readonly say: (line: string) => void;
  /** Where the distribution is reached from here; at the stage's own URL unless it is said. */
  readonly siteUrl?: string | undefined;
}

/**
 * Gives visitors what was built and has been published as the newest version: its assets first, then a check of the
 * version itself, then the switch, then a check of what visitors get, which is taken back where that fails.
 *
 * @returns the version that is live now
 * @throws {Problem} when it is not fit for visitors; they keep what they had
 */
export async function release(options: ReleaseOptions): Promise<string> {
  const { clients, deployed, packageFolder, say, siteUrl = deployed.url } = options;
  const assets = { s3: clients.s3, bucket: deployed.assets_bucket, prefix: deployed.asset_prefix };
  const name = await readFile(join(packageFolder, RELEASE_FILE), "utf8");
  say(
    `Release ${name}: ${await uploadAssets(assets, join(packageFolder, "assets"), name)} assets are uploaded.`,
  );

  const [newest] = await publishedVersions(clients, deployed);
  if (newest === undefined) throw new Problem("Terraform has published no version of the function.");
  await checkVersion(clients, deployed, newest);
  const { live } = await liveVersion(clients, deployed);
  if (live !== newest) await moveLive(clients, deployed, newest, live);
  say(
    live === newest
      ? `Version ${newest} is live already.`
      : `Version ${newest} is live; before it was ${live}.`,
  );

  try {
    await checkSite(siteUrl);
  } catch (error) {
    if (live === newest) throw error;
    await moveLive(clients, deployed, live, newest);
    throw new Problem(
      `${error instanceof Error ? error.message : String(error)} Visitors have version ${live} again.`,
    );
  }
  const old = { assets: await pruneAssets(assets), versions: await pruneVersions(clients, deployed) };
  say(`Removed ${old.assets} assets and ${old.versions} versions that nobody needs any more.`);
  return newest;
}
