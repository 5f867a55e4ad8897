import { gzipSync } from "node:zlib";

import type { Page, Response } from "@playwright/test";

import { someFilm } from "./support/films";
import { places } from "./support/places";
import { searchPath } from "./support/site";
import { expect, test } from "./support/test";

const MAX_HTML_BYTES = 20 * 1024;
const MAX_SCRIPT_BYTES = 180 * 1024;

// A service worker would load files of other pages.
test.use({ serviceWorkers: "block" });

const gzipped = (body: Buffer | string): number => gzipSync(body).length;

for (const { name, url } of places) {
  test(`${name}: its first HTML is small`, async ({ request }) => {
    const html = await (await request.get(url)).text();
    expect(gzipped(html)).toBeLessThanOrEqual(MAX_HTML_BYTES);
  });
}

/** The sizes of all scripts that a page loads by itself, gzipped, by their paths. */
async function loadedScripts(page: Page, path: string): Promise<Record<string, number>> {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const sizes = scripts.map(async (script): Promise<[string, number]> => [
    new URL(script.url()).pathname,
    gzipped(await script.body()),
  ]);
  return Object.fromEntries(await Promise.all(sizes));
}

for (const [name, path] of [
  ["results", searchPath("star")],
  ["a film", someFilm],
] as const) {
  test(`${name}: what is loaded of JavaScript is little`, async ({ page }) => {
    const scripts = await loadedScripts(page, path);
    const total = Object.values(scripts).reduce((sum, bytes) => sum + bytes, 0);
    expect(total).toBeGreaterThan(0);
    expect(total, JSON.stringify(scripts, null, 2)).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
  });
}
