import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = new URL("../../", import.meta.url);
/** Inside the project, so that its node_modules are found from there. */
const APP = new URL(".bench/empty-page/", ROOT);
const OPEN_NEXT = fileURLToPath(new URL("node_modules/@opennextjs/aws/dist/index.js", ROOT));

/** An app of one page with nothing on it, and a proxy that nothing goes through. */
export const EMPTY_APP = {
  "app/layout.tsx": `export const dynamic = "force-dynamic";

export default function Layout({ children }: { children: React.ReactNode }) {
  return <html><body>{children}</body></html>;
}
`,
  "app/page.tsx": `export default function Page() {
  return <p>Nothing</p>;
}
`,
  // Turbopack looks for a proxy in the folders above as well, and would take the product's.
  "proxy.ts": `export function proxy() {}

export const config = { matcher: "/nothing-here" };
`,
  "next.config.mjs": "export default { images: { unoptimized: true } };\n",
  "package.json": JSON.stringify({ private: true, type: "module", scripts: { build: "next build" } }),
};

/** Removes the app of one empty page and its bundle. */
export const removeEmptyPage = () => rm(APP, { recursive: true, force: true });

/**
 * Builds an app of one empty page in the same way as the product, by the same OpenNext settings.
 *
 * @returns the folder of its server function
 * @throws with what OpenNext said, when the build fails
 */
export async function buildEmptyPage(): Promise<string> {
  await removeEmptyPage();
  await mkdir(new URL("app/", APP), { recursive: true });
  for (const [path, text] of Object.entries(EMPTY_APP)) await writeFile(new URL(path, APP), text);
  for (const path of ["open-next.config.ts", "tsconfig.json", "infrastructure/lambda"]) {
    await cp(new URL(path, ROOT), new URL(path, APP), {
      recursive: true,
      filter: (source) => !source.endsWith(".test.ts") && !source.endsWith("cache-clearer.ts"),
    });
  }
  await promisify(execFile)(process.execPath, [OPEN_NEXT, "build"], {
    cwd: fileURLToPath(APP),
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      OPEN_NEXT_TELEMETRY_DISABLED: "1",
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  return fileURLToPath(new URL(join(".open-next", "server-functions", "default"), APP));
}
