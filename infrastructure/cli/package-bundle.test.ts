import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { unzipSync } from "fflate";

import { checkImages, removeEnvironmentFiles, zipFolder } from "./package-bundle";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("leaves the settings of who builds out of the archive", async () => {
  await mkdir(join(folder, "app"));
  for (const path of [
    ".env",
    ".env.production",
    "app/.env.local",
    "index.mjs",
    "app/.environment",
    "app/a.env",
  ])
    await writeFile(join(folder, path), "TMDB_READ_KEY=secret");
  expect(await removeEnvironmentFiles(folder)).toEqual([".env", ".env.production", "app/.env.local"]);
  expect(Object.keys(unzipSync(await zipFolder(folder)))).toEqual([
    "app/.environment",
    "app/a.env",
    "index.mjs",
  ]);
});

describe("images", () => {
  const build = (images: object) =>
    writeFile(join(folder, "images-manifest.json"), JSON.stringify({ version: 1, images }));

  it("are shown as they are", async () => {
    await build({ unoptimized: true, path: "/_next/image" });
    await expect(checkImages(folder)).resolves.toBeUndefined();
  });

  it.each([[{}], [{ unoptimized: false }]])("are not resized by what is not deployed: %j", async (images) => {
    await build(images);
    await expect(checkImages(folder)).rejects.toThrow(/set images.unoptimized in next.config.mjs/);
  });
});
