import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { build } from "esbuild";
import { zipSync, type Zippable } from "fflate";

import { Problem } from "@/local/problem";

import { filesBelow } from "./files-below";

/** Where OpenNext leaves what it has built, and where the packages for Lambda lie beside it. */
export const PACKAGE_FOLDER = ".open-next";
/** Holds the name of the release that was built; it is written last, so that a build that broke off has none. */
export const RELEASE_FILE = "RELEASE";
/** What Lambda runs, unpacked. */
export const SERVER = join(PACKAGE_FOLDER, "server-functions", "default");

/** Lambda takes 50 MB; what is above this is more than a start of a second has time to read. */
const MAX_ZIP_BYTES = 4 * 1000 * 1000;
// The same files make the same archive, so that nothing is deployed that has not changed.
const ZIP_TIME = "1980-01-01T12:00:00";

/** Names a release: the commit it was made of, or the time where that says too little. */
function nameRelease(): string {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  try {
    const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
    const commit = git("rev-parse", "--short=12", "HEAD");
    return git("status", "--porcelain") === "" ? commit : `${commit}-${time}`;
  } catch {
    return time;
  }
}

async function runOpenNext(release: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [join("node_modules", "@opennextjs", "aws", "dist", "index.js"), "build"],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        DEPLOYMENT_ID: release,
        NEXT_TELEMETRY_DISABLED: "1",
        OPEN_NEXT_TELEMETRY_DISABLED: "1",
      },
    },
  );
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Problem(`OpenNext could not build the app (exit code ${code}).`);
}

/**
 * Stops where Next would resize images, by a function that is not deployed: each of them would be a 404.
 *
 * @param folder what Next has built
 * @throws {Problem} saying what to set
 */
export async function checkImages(folder: string): Promise<void> {
  const { images } = JSON.parse(await readFile(join(folder, "images-manifest.json"), "utf8")) as {
    images: { readonly unoptimized?: boolean };
  };
  if (images.unoptimized !== true)
    throw new Problem(
      "The build wants images resized, for which this stack has no function: set images.unoptimized in next.config.mjs.",
    );
}

/**
 * Removes `.env` and its kind, which Next and OpenNext copy along: what a developer keeps there, such as TMDB's read
 * key, is not to lie in an archive that whoever reads the function can download.
 *
 * @returns the paths of what was removed, below the folder
 */
export async function removeEnvironmentFiles(folder: string): Promise<string[]> {
  const found = (await filesBelow(folder)).filter((path) => /^\.env(\.|$)/.test(basename(path)));
  for (const path of found) await rm(join(folder, path));
  return found;
}

/** An archive of all files of a folder. */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const entries: Zippable = {};
  for (const path of await filesBelow(folder)) {
    entries[path] = [await readFile(join(folder, path)), { mtime: ZIP_TIME, level: 9 }];
  }
  return zipSync(entries);
}

/** Bundles one of infrastructure/lambda into a file that Lambda can run, zipped. */
async function zipFunction(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node22",
    // Packages that are CommonJS ask for it.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${entry}`);
  return zipSync({ "index.mjs": [file.contents, { mtime: ZIP_TIME, level: 9 }] });
}

/**
 * Builds everything that is deployed: the app by OpenNext, and both functions as archives.
 *
 * @returns the name of the release and the bytes of the server's archive
 * @throws {Problem} when something can't be built or has become too large
 */
export async function buildPackage(): Promise<{ release: string; serverBytes: number }> {
  const release = nameRelease();
  await rm(PACKAGE_FOLDER, { recursive: true, force: true });
  await runOpenNext(release);
  await checkImages(".next");
  await removeEnvironmentFiles(SERVER);
  const server = await zipFolder(SERVER);
  if (server.byteLength > MAX_ZIP_BYTES) {
    throw new Problem(
      `The server's archive has ${server.byteLength} bytes; at most ${MAX_ZIP_BYTES} are allowed.`,
    );
  }
  await writeFile(join(PACKAGE_FOLDER, "server.zip"), server);
  const clearer = await zipFunction(join("infrastructure", "lambda", "cache-clearer.ts"));
  await writeFile(join(PACKAGE_FOLDER, "cache-clearer.zip"), clearer);
  await writeFile(join(PACKAGE_FOLDER, RELEASE_FILE), release);
  return { release, serverBytes: server.byteLength };
}
