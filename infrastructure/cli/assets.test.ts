import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { noteUse, publishFiles, readManifest, uploadAssets } from "./assets";
import { createFakeS3 } from "./testing/fake-s3";
import { writeFiles } from "./testing/write-files";

const NOON = new Date("2026-01-01T12:00:00Z");
const CHUNK = "_next/static/chunks/a1.js";

let folder: string;
let bucket: ReturnType<typeof createFakeS3>;
const assets = () => ({ s3: bucket.s3, bucket: "assets", prefix: "_assets" });
const names = () => [...bucket.objects.keys()].sort();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assets-"));
  bucket = createFakeS3();
});
afterEach(() => rm(folder, { recursive: true }));

/** Uploads what a build leaves. */
async function upload(version: string, files: Readonly<Record<string, string>>) {
  await rm(folder, { recursive: true });
  await writeFiles(folder, { ...files, BUILD_ID: "build" });
  return uploadAssets(assets(), folder, { version, release: `r${version}` }, NOON);
}

it("uploads every file but the build's name, with its type, and for how long it may be kept", async () => {
  const files = { [CHUNK]: "chunk", "favicon.ico": "icon", "sw.js": "worker", "robots.unknown": "robots" };
  expect(await upload("1", files)).toBe(4);
  await publishFiles(assets(), "1");
  expect(Object.fromEntries(bucket.objects)).toMatchObject({
    [`_assets/${CHUNK}`]: {
      body: "chunk",
      contentType: "text/javascript; charset=utf-8",
      cacheControl: "public, max-age=31536000, immutable",
    },
    "_assets/favicon.ico": {
      contentType: "image/vnd.microsoft.icon",
      cacheControl: "public, max-age=3600, stale-while-revalidate=86400",
    },
    "_assets/sw.js": { contentType: "text/javascript; charset=utf-8", cacheControl: "no-cache" },
    "_assets/robots.unknown": { contentType: "application/octet-stream" },
  });
  expect(names().filter((key) => key.startsWith("_assets/"))).toHaveLength(4);
});

it("leaves the files of releases before", async () => {
  await upload("1", { [CHUNK]: "first" });
  await upload("2", { "_next/static/chunks/a2.js": "second" });
  expect(names()).toEqual([
    `_assets/${CHUNK}`,
    "_assets/_next/static/chunks/a2.js",
    "versions/1.json",
    "versions/2.json",
  ]);
});

it("shows visitors a file that keeps its name when its version is published, and again after another was", async () => {
  const worker = () => bucket.objects.get("_assets/sw.js")?.body;
  await upload("1", { "sw.js": "first" });
  expect(worker()).toBeUndefined();
  await publishFiles(assets(), "1");
  await upload("2", { "sw.js": "second", "icons/a b+c.svg": "icon" });
  expect(worker()).toBe("first");
  await publishFiles(assets(), "2");
  expect(worker()).toBe("second");
  expect(bucket.objects.get("_assets/icons/a b+c.svg")?.body).toBe("icon");
  await publishFiles(assets(), "1");
  expect(worker()).toBe("first");
});

it("knows what is in the bucket even when the upload breaks off", async () => {
  bucket.onRequest = (name, key) => {
    if (name === "PutObjectCommand" && key.startsWith("_assets/")) throw new Error("broken off");
  };
  await expect(upload("1", { [CHUNK]: "chunk" })).rejects.toThrow("broken off");
  expect(await readManifest(assets(), "1")).toMatchObject({ release: "r1", paths: [CHUNK] });
});

it("notes the last use of a version that has files", async () => {
  await upload("1", { [CHUNK]: "chunk" });
  await noteUse(assets(), "1", new Date("2026-02-01T12:00:00Z"));
  expect(await readManifest(assets(), "1")).toEqual({
    release: "r1",
    usedAt: "2026-02-01T12:00:00.000Z",
    paths: [CHUNK],
  });
  await noteUse(assets(), "2");
  expect(await readManifest(assets(), "2")).toBeUndefined();
});
