import { assetsOf, deleteAssets, readManifests } from "./assets";
import type { Clients, Deployed } from "./deployed";
import { deleteVersion, liveVersion, publishedVersions } from "./versions";

/** A page that was opened this long ago (ms) still finds its files. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Deletes versions, and what only they need, that nobody has a page of any more and nobody goes back to: neither live
 * nor in its history, and for 30 days neither live nor uploaded.
 *
 * @returns how many versions and files that were
 */
export async function prune(
  clients: Clients,
  deployed: Deployed,
  now = Date.now(),
): Promise<{ versions: number; files: number }> {
  const assets = assetsOf(clients, deployed);
  const [{ live, before }, manifests, published] = await Promise.all([
    liveVersion(clients, deployed),
    readManifests(assets),
    publishedVersions(clients, deployed),
  ]);
  const isOld = (version: string, usedAt: number) =>
    version !== live && !before.includes(version) && now - usedAt > KEPT_MS;
  const lastUse = new Map([...manifests].map(([version, { usedAt }]) => [version, Date.parse(usedAt)]));

  const versions = published.filter(({ version, publishedAt }) =>
    isOld(version, lastUse.get(version) ?? publishedAt),
  );
  // Before its files, so that nobody goes back to a version without them.
  for (const { version } of versions) await deleteVersion(clients, deployed, version);
  const old = [...lastUse].flatMap(([version, usedAt]) => (isOld(version, usedAt) ? [version] : []));
  return { versions: versions.length, files: await deleteAssets(assets, manifests, new Set(old)) };
}
