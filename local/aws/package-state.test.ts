import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { needsPackage, PACKAGE_FILES } from "./package-state";

const SOURCES = ["app/page.tsx", "open-next.config.ts", "infrastructure/lambda/cache-clearer.ts"];
const BUILD = [".next/BUILD_ID", ".next/export-marker.json"];
const PACKAGE = PACKAGE_FILES.map((name) => `.open-next/${name}`);

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "package-state-"));
});
afterEach(() => rm(root, { recursive: true }));

/** Writes files as if at that many seconds after 2026 began; folders get the time of what is in them. */
async function write(paths: readonly string[], seconds: number): Promise<void> {
  for (const path of paths) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "");
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
    await utimes(file, time, time);
    await utimes(dirname(file), time, time);
  }
}

test("a package that is newer than its sources is good", async () => {
  await write(SOURCES, 1);
  await write([...BUILD, ...PACKAGE], 2);
  expect(await needsPackage(root)).toBe(false);
});

test.each(PACKAGE)("%s must be there", async (missing) => {
  await write(SOURCES, 1);
  await write([...BUILD, ...PACKAGE], 2);
  await rm(join(root, missing));
  expect(await needsPackage(root)).toBe(true);
});

test.each(SOURCES)("a change of %s makes it old", async (source) => {
  await write(SOURCES, 1);
  await write([...BUILD, ...PACKAGE], 2);
  await write([source], 3);
  expect(await needsPackage(root)).toBe(true);
});
