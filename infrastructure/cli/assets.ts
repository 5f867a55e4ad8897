import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

import {
  DeleteObjectsCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { contentType } from "mime-types";

import { filesBelow } from "./files-below";

/** Where the assets of all releases lie, and what each release consists of. */
export interface AssetBucket {
  readonly s3: S3Client;
  readonly bucket: string;
  /** Before every asset's path; OpenNext names it as its origin path. */
  readonly prefix: string;
}

interface Manifest {
  readonly release: string;
  readonly uploadedAt: string;
  readonly keys: readonly string[];
}

const MANIFESTS = "releases/";
const DAY_MS = 24 * 60 * 60 * 1000;
/** A page that was opened this long ago (ms) still finds its chunks. */
const KEPT_MS = 30 * DAY_MS;
/** And so do those of so many releases, however old they are. */
const KEPT_RELEASES = 3;
const AT_ONCE = 8;
/** As many as one request deletes. */
const MAX_DELETED = 1000;

/**
 * Files under _next/static have names of their content; all others keep theirs when they change. A service worker that
 * a CDN holds on to would be the one of an older release, so that one is asked for every time.
 */
export function cacheControlOf(path: string): string {
  if (path.startsWith("_next/static/")) return "public, max-age=31536000, immutable";
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

/**
 * Uploads what a release needs beside all that is there already, so that pages of older releases go on working.
 *
 * @returns how many files that were
 */
export async function uploadAssets(
  { s3, bucket, prefix }: AssetBucket,
  folder: string,
  release: string,
  now = new Date(),
): Promise<number> {
  // Nobody asks for the name of the build.
  const paths = (await filesBelow(folder)).filter((path) => path !== "BUILD_ID");
  await inBatches(paths, AT_ONCE, async (path) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: `${prefix}/${path}`,
        Body: await readFile(join(folder, path)),
        ContentType: contentType(basename(path)) || "application/octet-stream",
        CacheControl: cacheControlOf(path),
      }),
    ),
  );
  const manifest: Manifest = {
    release,
    uploadedAt: now.toISOString(),
    keys: paths.map((path) => `${prefix}/${path}`),
  };
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: `${MANIFESTS}${release}.json`,
      Body: JSON.stringify(manifest),
      ContentType: "application/json",
    }),
  );
  return paths.length;
}

async function list({ s3, bucket }: AssetBucket, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: s3 },
    { Bucket: bucket, Prefix: prefix },
  )) {
    keys.push(...Contents.flatMap(({ Key }) => (Key ? [Key] : [])));
  }
  return keys;
}

async function readManifests(assets: AssetBucket): Promise<{ name: string; manifest: Manifest }[]> {
  const names = await list(assets, MANIFESTS);
  return Promise.all(
    names.map(async (name) => {
      const { Body } = await assets.s3.send(new GetObjectCommand({ Bucket: assets.bucket, Key: name }));
      return { name, manifest: JSON.parse((await Body?.transformToString()) ?? "") as Manifest };
    }),
  );
}

/**
 * Deletes what only releases need that nobody has a page of any more: older than 30 days, and not among the
 * newest three.
 *
 * @returns how many files that were
 */
export async function pruneAssets(assets: AssetBucket, now = new Date()): Promise<number> {
  const releases = (await readManifests(assets)).sort((one, other) =>
    other.manifest.uploadedAt.localeCompare(one.manifest.uploadedAt),
  );
  const isOld = ({ manifest }: (typeof releases)[number], rank: number) =>
    rank >= KEPT_RELEASES && now.getTime() - Date.parse(manifest.uploadedAt) > KEPT_MS;
  const old = releases.filter(isOld);
  const needed = new Set(
    releases.filter((one, rank) => !isOld(one, rank)).flatMap(({ manifest }) => manifest.keys),
  );
  const unneeded = [...new Set(old.flatMap(({ manifest }) => manifest.keys))].filter(
    (key) => !needed.has(key),
  );
  // The manifests last: what was not deleted is found again.
  const keys = [...unneeded, ...old.map(({ name }) => name)];
  for (let from = 0; from < keys.length; from += MAX_DELETED) {
    const Objects = keys.slice(from, from + MAX_DELETED).map((Key) => ({ Key }));
    const { Errors = [] } = await assets.s3.send(
      new DeleteObjectsCommand({ Bucket: assets.bucket, Delete: { Objects, Quiet: true } }),
    );
    const [error] = Errors;
    if (error) throw new Error(`${Errors.length} assets could not be deleted (${error.Code}: ${error.Key})`);
  }
  return unneeded.length;
}
