import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = new URL("../../", import.meta.url);
/** Inside the project, so that its node_modules are found from there, and under no other lock file, which Next reports. */
export const COPY = new URL(".bench/app/", ROOT);
export const NEXT = fileURLToPath(new URL("node_modules/next/dist/bin/next", ROOT));

/** What the production build is made from. */
const SOURCES = ["app", "lib", "public", "proxy.ts", "next.config.mjs", "tsconfig.json"];

export const EMPTY_ROUTE = "/api/empty";
const EMPTY_HANDLER = `export const dynamic = "force-dynamic";

export function GET() {
  return new Response(null, { status: 204 });
}
`;

const isTest = (path: string) => /\.test\.tsx?$|[/\\]testing$/.test(path);

/** Removes the copy, if there is one. */
export async function removeCopy(): Promise<void> {
  await rm(COPY, { recursive: true, force: true });
}

async function copySources(): Promise<void> {
  await removeCopy();
  for (const source of SOURCES) {
    const filter = (path: string) => !isTest(path);
    await cp(new URL(source, ROOT), new URL(source, COPY), { recursive: true, filter });
  }
  // Without a name, which would be the project's own a second time.
  await writeFile(new URL("package.json", COPY), JSON.stringify({ private: true, type: "module" }));
}

async function buildCopy(): Promise<void> {
  await promisify(execFile)(process.execPath, [NEXT, "build"], {
    cwd: fileURLToPath(COPY),
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/**
 * Builds a copy of the app, as it is.
 * @throws with what Next said, when the build fails
 */
export async function buildApp(): Promise<void> {
  await copySources();
  await buildCopy();
}

/**
 * Builds a copy of the app that has a route more, which does nothing: the product has no route for measurements.
 * @throws with what Next said, when the build fails
 */
export async function buildWithEmptyRoute(): Promise<void> {
  await copySources();
  await mkdir(new URL("app/api/empty/", COPY));
  await writeFile(new URL("app/api/empty/route.ts", COPY), EMPTY_HANDLER);
  await buildCopy();
}
