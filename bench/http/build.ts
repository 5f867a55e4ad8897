import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = new URL("../../", import.meta.url);
/** Inside the project, so that its node_modules are found from there. */
export const COPY = new URL("../.work/app/", import.meta.url);
export const NEXT = fileURLToPath(new URL("node_modules/next/dist/bin/next", ROOT));

/** What the production build is made from. */
const SOURCES = ["app", "lib", "public", "proxy.ts", "next.config.mjs", "package.json", "tsconfig.json"];

export const EMPTY_ROUTE = "/api/empty";
const EMPTY_HANDLER = `export const dynamic = "force-dynamic";

export function GET() {
  return new Response(null, { status: 204 });
}
`;

const isTest = (path: string) => /\.test\.tsx?$|[/\\]testing$/.test(path);

/**
 * Builds a copy of the app that has a route more, which does nothing: the product has no route for measurements.
 * @throws with what Next said, when the build fails
 */
export async function buildWithEmptyRoute(): Promise<void> {
  await rm(COPY, { recursive: true, force: true });
  for (const source of SOURCES) {
    const filter = (path: string) => !isTest(path);
    await cp(new URL(source, ROOT), new URL(source, COPY), { recursive: true, filter });
  }
  await mkdir(new URL("app/api/empty/", COPY));
  await writeFile(new URL("app/api/empty/route.ts", COPY), EMPTY_HANDLER);
  await promisify(execFile)(process.execPath, [NEXT, "build"], {
    cwd: fileURLToPath(COPY),
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}
