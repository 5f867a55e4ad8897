import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { Problem } from "@/local/problem";

import { assetsOf, noteUse, publishFiles, readManifest, uploadAssets } from "./assets";
import { askVersion, checkFilms, checkStarts } from "./check-version";
import type { Clients, Deployed } from "./deployed";
import { RELEASE_FILE } from "./package-bundle";
import { prune } from "./prune";
import { liveVersion, moveLive, publishedVersions, wentBack, wentOn } from "./versions";

const CHECK_ATTEMPTS = 5;
const CHECK_PAUSE_MS = 3000;
const CHECK_TIMEOUT_MS = 10_000;

/** Where a release goes. */
export interface Place {
  readonly clients: Clients;
  readonly deployed: Deployed;
}

export interface ReleaseOptions extends Place {
  /** Holds what was built. */
  readonly packageFolder: string;
  readonly say: (line: string) => void;
  /** Where the distribution is reached from here; at the stage's own URL unless it is said. */
  readonly siteUrl?: string | undefined;
  /** Told whether visitors have the new version: once they do, and when it was taken back. */
  readonly onSwitch?: (isLive: boolean) => Promise<void>;
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
};

/** The version that Terraform has published of an archive, and no other that somebody else deploys meanwhile. */
async function versionOf(archive: string, clients: Clients, deployed: Deployed): Promise<string> {
  const sha256 = createHash("sha256")
    .update(await readFile(archive))
    .digest("base64");
  const found = (await publishedVersions(clients, deployed)).find(({ codeSha256 }) => codeSha256 === sha256);
  if (!found)
    throw new Problem("Terraform has published no version of this build: build anew, and deploy again.");
  return found.version;
}

/** Asks for what visitors get, until it is this version that answers: a move is not everywhere at once. */
async function checkSite({ clients, deployed }: Place, siteUrl: string, version: string): Promise<void> {
  const address = new URL("/api/health", siteUrl);
  const fault = async () => {
    const live = await askVersion(clients, deployed, deployed.alias_name, "/api/health");
    if (live.version !== version) return `Visitors still get version ${live.version}.`;
    const status = await fetch(address, { signal: AbortSignal.timeout(CHECK_TIMEOUT_MS) }).then(
      (response) => response.status,
      messageOf,
    );
    return status === 200 ? undefined : `${address.href} answers with ${status}, not with 200.`;
  };
  for (let attempt = 1; ; attempt++) {
    const found = await fault();
    if (found === undefined) return;
    if (attempt === CHECK_ATTEMPTS) throw new Problem(found);
    await new Promise((resolve) => setTimeout(resolve, CHECK_PAUSE_MS));
  }
}

/**
 * Gives visitors what was built and has been published: its assets first, then a check of the version itself, then the
 * switch, then a check of what visitors get, which is taken back where that fails.
 *
 * @returns the version that is live now
 * @throws {Problem} when it is not fit for visitors; they keep what they had, which may be this very version
 */
export async function release(options: ReleaseOptions): Promise<string> {
  const {
    clients,
    deployed,
    packageFolder,
    say,
    siteUrl = deployed.url,
    onSwitch = async () => {},
  } = options;
  const assets = assetsOf(clients, deployed);
  const name = await readFile(join(packageFolder, RELEASE_FILE), "utf8");
  const version = await versionOf(join(packageFolder, "server.zip"), clients, deployed);
  const found = await liveVersion(clients, deployed);
  const { live } = found;
  const uploaded = await uploadAssets(assets, join(packageFolder, "assets"), { version, release: name });
  say(`Release ${name}, version ${version}: ${uploaded} assets are uploaded.`);

  await checkStarts(clients, deployed, version);
  const down = await checkFilms(clients, deployed, version);
  if (down !== undefined)
    say(`TMDB could not be asked (${down}): whether it takes the read key is not known.`);

  if (live === version) {
    // A release that was broken off after its switch is brought to its end.
    say(`Version ${version} is live already.`);
    await onSwitch(true);
    try {
      await publishFiles(assets, version);
      await checkSite(options, siteUrl, version);
    } catch (error) {
      throw new Problem(
        `${messageOf(error)} Visitors have version ${version}: npm run cloud:rollback gives them the one before.`,
      );
    }
  } else {
    // Before the switch: where this is ended between the two, the version that was left is known to be in use still.
    await noteUse(assets, live);
    const moved = await moveLive(clients, deployed, found, wentOn(found, version));
    say(`Version ${version} is live; before it was ${live}.`);
    try {
      await onSwitch(true);
      await publishFiles(assets, version);
      await checkSite(options, siteUrl, version);
    } catch (error) {
      // Said at once: what follows may fail too.
      say(`Version ${version} is taken back: ${messageOf(error)}`);
      await moveLive(clients, deployed, moved, found);
      await onSwitch(false);
      await publishFiles(assets, live);
      throw new Problem(`Visitors have version ${live} again.`);
    }
  }

  try {
    const old = await prune(clients, deployed);
    say(`Removed ${old.files} assets and ${old.versions} versions that nobody needs any more.`);
  } catch (error) {
    // The release is live, and the next one tries again.
    say(`What nobody needs any more could not be removed: ${messageOf(error)}`);
  }
  return version;
}

/**
 * Gives visitors again what they had before, in one change, and then the files beside its pages. One that was broken off
 * between the two is brought to its end by naming the version that is live.
 *
 * @param to the version to go to; the one before unless it is given
 * @returns the version that is live now, and the one that was
 * @throws {Problem} when there is none, or it is not fit for visitors; they keep what they had unless it says otherwise
 */
export async function goBack(
  { clients, deployed }: Place,
  to?: string,
): Promise<{ readonly live: string; readonly from: string }> {
  const assets = assetsOf(clients, deployed);
  const found = await liveVersion(clients, deployed);
  const { live: from } = found;
  const live = to ?? found.before[0];
  if (live === undefined) throw new Problem(`Before version ${from} there is none to go back to.`);
  if (!(await readManifest(assets, live)))
    throw new Problem(`There are no files of version ${live}: its pages would not work.`);
  if (live !== from) {
    // Films are not asked for: going back must be possible while TMDB is down.
    await checkStarts(clients, deployed, live);
    await noteUse(assets, from);
    await moveLive(clients, deployed, found, wentBack(found, live));
  }
  try {
    await publishFiles(assets, live);
  } catch (error) {
    throw new Problem(
      `Visitors have version ${live}, but not its service worker and icons yet (${messageOf(error)}). ` +
        `Run this again with --to ${live}: without it, it would lead further back.`,
    );
  }
  return { live, from };
}
