import { mkdtemp, mkdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needsBuild } from "./build-state";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "build-state-"));
  await mkdir(join(root, ".next"));
  await mkdir(join(root, "app", "movies"), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

/** Puts a file there, last changed at that second. */
const put = async (path: string, second: number) => {
  await writeFile(join(root, path), "");
  await utimes(join(root, path), second, second);
};
const touchFolders = async (second: number) => {
  for (const folder of ["app", "app/movies"]) await utimes(join(root, folder), second, second);
};

beforeEach(async () => {
  await put("app/movies/page.tsx", 100);
  await put("package-lock.json", 100);
  await touchFolders(100);
  await put(".next/BUILD_ID", 200);
  await put(".next/export-marker.json", 210);
});

test("a whole build after the last change will do", async () => {
  expect(await needsBuild(root)).toBe(false);
});

test("no build yet", async () => {
  await rm(join(root, ".next"), { recursive: true });
  expect(await needsBuild(root)).toBe(true);
});

test("a build that was interrupted", async () => {
  await rm(join(root, ".next", "export-marker.json"));
  expect(await needsBuild(root)).toBe(true);
});

test.each(["app/movies/page.tsx", "package-lock.json", "proxy.ts"])("%s changed after it", async (path) => {
  await put(path, 300);
  await touchFolders(100);
  expect(await needsBuild(root)).toBe(true);
});

test("a page was removed after it", async () => {
  await rm(join(root, "app/movies/page.tsx"));
  expect(await needsBuild(root)).toBe(true);
});
