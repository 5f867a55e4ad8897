import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { contentType } from "mime-types";

import type { Clients, Deployed } from "./deployed";
import { filesBelow } from "./files-below";

/** Where the assets of all releases lie, and what each release consists of. */
export interface AssetBucket {
  readonly s3: S3Client;
  readonly bucket: string;
  /** Before every path that visitors may read; OpenNext names it as its origin path. */
  readonly prefix: string;
}

/** What a version of the function needs beside itself. */
export interface Manifest {
  readonly release: string;
  /** When it was uploaded or, if that was later, was live for the last time before another took its place (ISO 8601). */
  readonly usedAt: string;
  /** Its files, as visitors name them. */
  readonly paths: readonly string[];
}

const MANIFESTS = "versions/";
const AT_ONCE = 8;
/** As many as one request deletes. */
const MAX_DELETED = 1000;

const manifestKey = (version: string) => `${MANIFESTS}${version}.json`;
/** Where a version keeps a file whose name other versions use too. */
const keptKey = (version: string, path: string) => `files/${version}/${path}`;
/** These have names of their content: releases can't take them from each other. */
const isNamedByContent = (path: string) => path.startsWith("_next/static/");

/** The bucket of a stage. */
export const assetsOf = ({ s3 }: Pick<Clients, "s3">, deployed: Deployed): AssetBucket => ({
  s3,
  bucket: deployed.assets_bucket,
  prefix: deployed.asset_prefix,
});

/**
 * How long browsers and CDNs may keep a file. A service worker that a CDN holds on to would be the one of an older
 * release, so that one is asked for every time.
 */
export function cacheControlOf(path: string): string {
  if (isNamedByContent(path)) return "public, max-age=31536000, immutable";
  return path === "sw.js" ? "no-cache" : "public, max-age=3600, stale-while-revalidate=86400";
}

async function inBatches<T>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) {
    await Promise.all(items.slice(from, from + size).map(work));
  }
}

async function writeManifest(
  { s3, bucket }: AssetBucket,
  version: string,
  manifest: Manifest,
): Promise<void> {
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: manifestKey(version),
      Body: JSON.stringify(manifest),
      ContentType: "application/json",
    }),
  );
}

/** @returns undefined when nothing was uploaded for the version, or all of it is deleted */
export async function readManifest(
  { s3, bucket }: AssetBucket,
  version: string,
): Promise<Manifest | undefined> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: manifestKey(version) }));
    return JSON.parse((await Body?.transformToString()) ?? "") as Manifest;
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/**
 * Uploads what a version needs beside all that is there already, so that pages of older releases go on working. Files
 * that keep their name when they change are put aside until {@link publishFiles}.
 *
 * @returns how many files that were
 */
export async function uploadAssets(
  assets: AssetBucket,
  folder: string,
  { version, release }: { readonly version: string; readonly release: string },
  now = new Date(),
): Promise<number> {
  const { s3, bucket, prefix } = assets;
  // Nobody asks for the name of the build.
  const paths = (await filesBelow(folder)).filter((path) => path !== "BUILD_ID");
  // First, so that whatever becomes of the upload, what is in the bucket is known and deleted some day.
  await writeManifest(assets, version, { release, usedAt: now.toISOString(), paths });
  await inBatches(paths, AT_ONCE, async (path) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: isNamedByContent(path) ? `${prefix}/${path}` : keptKey(version, path),
        Body: await readFile(join(folder, path)),
        ContentType: contentType(basename(path)) || "application/octet-stream",
        CacheControl: cacheControlOf(path),
      }),
    ),
  );
  return paths.length;
}

/**
 * Has visitors get a version's own service worker, icons and whatever else keeps its name. A version that nothing was
 * uploaded for has none.
 */
export async function publishFiles(assets: AssetBucket, version: string): Promise<void> {
  const { s3, bucket, prefix } = assets;
  const { paths = [] } = (await readManifest(assets, version)) ?? {};
  const files = paths.filter((path) => !isNamedByContent(path));
  await inBatches(files, AT_ONCE, (path) =>
    s3.send(
      new CopyObjectCommand({
        Bucket: bucket,
        Key: `${prefix}/${path}`,
        // The one key that is sent as part of a URL by us and not by the SDK.
        CopySource: [bucket, ...keptKey(version, path).split("/")].map(encodeURIComponent).join("/"),
      }),
    ),
  );
}

/** Notes that a version is live until now: its pages are open in browsers, and still need their files. */
export async function noteUse(assets: AssetBucket, version: string, now = new Date()): Promise<void> {
  const manifest = await readManifest(assets, version);
  if (manifest) await writeManifest(assets, version, { ...manifest, usedAt: now.toISOString() });
}

/** The manifests of all versions that have files, by version. */
export async function readManifests(assets: AssetBucket): Promise<Map<string, Manifest>> {
  const manifests = new Map<string, Manifest>();
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: assets.s3 },
    { Bucket: assets.bucket, Prefix: MANIFESTS },
  )) {
    await inBatches(Contents, AT_ONCE, async ({ Key = "" }) => {
      const version = basename(Key, ".json");
      const manifest = await readManifest(assets, version);
      if (manifest) manifests.set(version, manifest);
    });
  }
  return manifests;
}

/**
 * Deletes what only these versions need.
 *
 * @param manifests those of all versions
 * @returns how many files that were
 */
export async function deleteAssets(
  { s3, bucket, prefix }: AssetBucket,
  manifests: ReadonlyMap<string, Manifest>,
  old: ReadonlySet<string>,
): Promise<number> {
  const keysOf = (wanted: (version: string) => boolean) =>
    new Set(
      [...manifests].flatMap(([version, { paths }]) =>
        wanted(version)
          ? paths.flatMap((path) => [
              `${prefix}/${path}`,
              ...(isNamedByContent(path) ? [] : [keptKey(version, path)]),
            ])
          : [],
      ),
    );
  const needed = keysOf((version) => !old.has(version));
  const unneeded = [...keysOf((version) => old.has(version))].filter((key) => !needed.has(key));
  // The manifests last: what was not deleted is found again.
  const keys = [...unneeded, ...[...old].map(manifestKey)];
  for (let from = 0; from < keys.length; from += MAX_DELETED) {
    const Objects = keys.slice(from, from + MAX_DELETED).map((Key) => ({ Key }));
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const [error] = Errors;
    if (error) throw new Error(`${Errors.length} assets could not be deleted (${error.Code}: ${error.Key})`);
  }
  return unneeded.length;
}
