import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { expect, type Locator, type Page } from "@playwright/test";

import { untilHydrated } from "./site";

const resolve = createRequire(import.meta.url).resolve;

/** The fonts of looks.css: a system's own differ from machine to machine, and every line of text with them. */
const FONTS: Readonly<Record<string, string>> = {
  "latin-400": "@fontsource/inter/files/inter-latin-400-normal.woff2",
  "latin-700": "@fontsource/inter/files/inter-latin-700-normal.woff2",
  "arabic-400": "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2",
  "arabic-700": "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2",
};

/** The widths that pages are looked at in: a small phone, a tablet, a desk. */
export const SIZES = {
  360: { width: 360, height: 780 },
  768: { width: 768, height: 1024 },
  1440: { width: 1440, height: 900 },
} as const;

async function bringFonts(page: Page): Promise<void> {
  await page.route("**/fonts-of-looks/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const file = FONTS[name];
    if (file === undefined) return route.abort();
    return route.fulfill({ contentType: "font/woff2", body: readFileSync(resolve(file)) });
  });
}

/** What is another in every run: ages, hits, what is left to wait, and the end of a query that nobody has asked. */
async function stopChanges(page: Page): Promise<void> {
  await page.locator("body").evaluate((body) => {
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const words = (text: string) => text.replace(/ [0-9a-f]{8}\b/, "");
    for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
      text.data = words(text.data)
        .replace(/(a second|\d+ seconds?) of patience/, "5 seconds of patience")
        .replace(/in \d+ seconds?/, "in 5 seconds")
        .replace(/just now|\d+ (second|minute)s? ago/, "5 seconds ago")
        .replace(/^From TMDB$|^From cache, hit \d+$/, "From cache, hit 1");
    }
    for (const field of body.querySelectorAll("input")) field.value = words(field.value);
  });
}

/**
 * Compares what the page shows now with its picture in docs/screenshots, which `--update-snapshots` makes anew: to be
 * looked at before it is committed.
 *
 * @param mask what goes on changing while it is looked at
 */
export async function expectToLook(
  page: Page,
  name: string,
  { size = 360, mask = [] }: { size?: keyof typeof SIZES; mask?: Locator[] } = {},
): Promise<void> {
  await bringFonts(page);
  await page.setViewportSize(SIZES[size]);
  await untilHydrated(page);
  await stopChanges(page);
  await expect(page).toHaveScreenshot(`${name}.png`, {
    stylePath: fileURLToPath(new URL("./looks.css", import.meta.url)),
    animations: "disabled",
    mask,
    // Browsers draw the edge of a letter or of a curve in their own ways.
    maxDiffPixelRatio: 0.01,
  });
}
