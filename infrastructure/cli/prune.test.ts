import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { assetsOf, noteUse, uploadAssets } from "./assets";
import { prune } from "./prune";
import { DEPLOYED } from "./testing/deployed";
import { createFakeLambda } from "./testing/fake-lambda";
import { createFakeS3 } from "./testing/fake-s3";
import { writeFiles } from "./testing/write-files";
import { liveVersion, moveLive, wentBack, wentOn } from "./versions";

const DAY_MS = 24 * 60 * 60 * 1000;
const day = (number: number) => new Date(Date.parse("2026-01-01T00:00:00Z") + number * DAY_MS);

let folder: string;
let server: ReturnType<typeof createFakeLambda>;
let bucket: ReturnType<typeof createFakeS3>;
const clients = () => ({ lambda: server.lambda, s3: bucket.s3 });
const assets = () => assetsOf(clients(), DEPLOYED);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "prune-"));
  [server, bucket] = [createFakeLambda(), createFakeS3()];
});
afterEach(() => rm(folder, { recursive: true }));

const publish = (version: string, on: number) =>
  server.versions.push({ version, codeSha256: version, publishedAt: day(on).toISOString() });

/** Publishes a version with a chunk of its own; files that are named so belong to every version. */
async function upload(version: string, on: number) {
  publish(version, on);
  await rm(folder, { recursive: true });
  await writeFiles(folder, {
    [`_next/static/${version}.js`]: version,
    "_next/static/shared.js": "shared",
    "sw.js": version,
  });
  await uploadAssets(assets(), folder, { version, release: `r${version}` }, day(on));
}
async function move(on: number, to: string, how: typeof wentOn) {
  const found = await liveVersion(clients(), DEPLOYED);
  await noteUse(assets(), found.live, day(on));
  await moveLive(clients(), DEPLOYED, found, how(found, to));
}
async function release(version: string, on: number) {
  await upload(version, on);
  await move(on, version, wentOn);
}
/** The versions that have a chunk, and those that can be gone to. */
const left = () => ({
  chunks: [...bucket.objects.keys()].flatMap((key) => /static\/(\d+)\.js$/.exec(key)?.[1] ?? []),
  versions: server.versions.map(({ version }) => version),
});
const both = (...versions: string[]) => ({ chunks: versions, versions });

it("keeps what was live until now, however long ago it was uploaded", async () => {
  await upload("1", 0);
  for (const version of ["2", "3", "4"]) await release(version, 60);
  expect(await prune(clients(), DEPLOYED, day(60).getTime())).toEqual({ versions: 0, files: 0 });
  expect(left()).toEqual(both("1", "2", "3", "4"));
});

it("keeps what was live before, whatever failed in between, and takes what failed for old after 30 days", async () => {
  await upload("1", 0);
  for (const version of ["2", "3", "4"]) await upload(version, 1);
  await release("5", 100);
  expect(await prune(clients(), DEPLOYED, day(100).getTime())).toEqual({ versions: 3, files: 6 });
  expect(left()).toEqual(both("1", "5"));
});

it("keeps every version that can be gone back to, and deletes the files of others with them", async () => {
  await upload("1", 0);
  for (let version = 2; version <= 12; version++) await release(String(version), version);
  expect(await prune(clients(), DEPLOYED, day(31).getTime())).toEqual({ versions: 0, files: 0 });
  // Version 2 was live until day 3.
  expect(await prune(clients(), DEPLOYED, day(33).getTime())).toEqual({ versions: 1, files: 2 });
  expect(await prune(clients(), DEPLOYED, day(400).getTime())).toEqual({ versions: 1, files: 2 });
  expect(left()).toEqual(both(...Array.from({ length: 10 }, (_, index) => String(index + 3))));
  expect(await prune(clients(), DEPLOYED, day(800).getTime())).toEqual({ versions: 0, files: 0 });
});

it("keeps what was gone back from for 30 days, since its pages are open too", async () => {
  await upload("1", 0);
  await release("2", 1);
  await move(40, "1", wentBack);
  expect(await prune(clients(), DEPLOYED, day(70).getTime())).toEqual({ versions: 0, files: 0 });
  expect(await prune(clients(), DEPLOYED, day(70).getTime() + 1)).toEqual({ versions: 1, files: 2 });
  expect(left()).toEqual(both("1"));
  expect([...bucket.objects.keys()].sort()).toEqual([
    "_assets/_next/static/1.js",
    "_assets/_next/static/shared.js",
    "files/1/sw.js",
    "versions/1.json",
  ]);
});

it("deletes a version that nothing was uploaded for when it is old, and not while it may be on its way", async () => {
  await upload("1", 0);
  publish("2", 1);
  expect(await prune(clients(), DEPLOYED, day(31).getTime())).toEqual({ versions: 0, files: 0 });
  expect(await prune(clients(), DEPLOYED, day(32).getTime())).toEqual({ versions: 1, files: 0 });
  expect(left()).toEqual(both("1"));
});

it("finds again what it could not delete", async () => {
  await upload("1", 0);
  await release("2", 1);
  await move(1, "1", wentBack);
  bucket.onRequest = (name) => {
    if (name === "DeleteObjectsCommand") throw new Error("throttled");
  };
  await expect(prune(clients(), DEPLOYED, day(90).getTime())).rejects.toThrow("throttled");
  bucket.onRequest = () => {};
  expect(await prune(clients(), DEPLOYED, day(90).getTime())).toEqual({ versions: 0, files: 2 });
  expect(left()).toEqual(both("1"));
});
