import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { pruneAssets, uploadAssets } from "./assets";
import { createFakeS3 } from "./testing/fake-s3";

const DAY_MS = 24 * 60 * 60 * 1000;
const START = Date.parse("2026-01-01T00:00:00Z");
const day = (number: number) => new Date(START + number * DAY_MS);

let folder: string;
let bucket: ReturnType<typeof createFakeS3>;
const assets = () => ({ s3: bucket.s3, bucket: "assets", prefix: "_assets" });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assets-"));
  bucket = createFakeS3();
});
afterEach(() => rm(folder, { recursive: true }));

/** Has the folder hold what a build leaves. */
async function build(...paths: string[]) {
  await rm(folder, { recursive: true, force: true });
  for (const path of [...paths, "BUILD_ID"]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `content of ${path}`);
  }
}
async function release(name: string, on: number, ...paths: string[]) {
  await build(...paths);
  return uploadAssets(assets(), folder, name, day(on));
}
const names = () => [...bucket.objects.keys()].filter((key) => key.startsWith("_assets/")).sort();

it("uploads every file but the build's name, with its type, and for how long it may be kept", async () => {
  expect(await release("r1", 0, "_next/static/chunks/a1.js", "favicon.ico", "sw.js", "robots.unknown")).toBe(
    4,
  );
  expect(Object.fromEntries(bucket.objects)).toMatchObject({
    "_assets/_next/static/chunks/a1.js": {
      body: "content of _next/static/chunks/a1.js",
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
  expect(names()).toHaveLength(4);
});

it("leaves the files of releases before", async () => {
  await release("r1", 0, "_next/static/chunks/a1.js");
  await release("r2", 1, "_next/static/chunks/a2.js");
  expect(await pruneAssets(assets(), day(1))).toBe(0);
  expect(names()).toEqual(["_assets/_next/static/chunks/a1.js", "_assets/_next/static/chunks/a2.js"]);
});

it("deletes after 30 days what only releases need that are not among the newest three", async () => {
  await release("r1", 0, "old.js", "shared.js");
  await release("r2", 1, "a2.js", "shared.js");
  await release("r3", 2, "a3.js");
  await release("r4", 3, "a4.js", "shared.js");
  expect(await pruneAssets(assets(), day(30))).toBe(0);
  expect(await pruneAssets(assets(), new Date(day(30).getTime() + 1))).toBe(1);
  expect(names()).toEqual(["a2.js", "a3.js", "a4.js", "shared.js"].map((name) => `_assets/${name}`));
  expect(bucket.objects.has("releases/r1.json")).toBe(false);
  expect(bucket.objects.has("releases/r2.json")).toBe(true);
  expect(await pruneAssets(assets(), day(400))).toBe(0);
});
