import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What depends on the theme; all else is the same in each. */
const COLOURS: RunOptions = { runOnly: { type: "tag", values: ["cat.color"] } };
/** Every text at 7:1 and more (WCAG 2.2, 1.4.6). */
const MORE_CONTRAST: RunOptions = { ...COLOURS, rules: { "color-contrast-enhanced": { enabled: true } } };

/** Evaluated and not added as a script, which a content security policy may forbid. */
const bringAxe = (page: Page) => page.evaluate(script);

async function expectNoViolations(page: Page, options: RunOptions = {}): Promise<void> {
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify({ resultTypes: ["violations"], ...options })})`,
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, "violations that axe finds").toEqual([]);
}

const setContrast = (page: Page, contrast: string | null) =>
  page.evaluate((wanted) => {
    if (wanted === null) delete document.documentElement.dataset.contrast;
    else document.documentElement.dataset.contrast = wanted;
  }, contrast);

/** Expects that axe finds nothing to object to in what the page shows now, as it is. */
export async function expectAccessibleAsShown(page: Page): Promise<void> {
  await bringAxe(page);
  await expectNoViolations(page);
}

/** Expects that axe finds nothing to object to in what the page shows now, in every theme that the menu offers. */
export async function expectAccessible(page: Page): Promise<void> {
  await bringAxe(page);
  // The page follows the system as it changes.
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
    await expectNoViolations(page, colorScheme === "light" ? {} : COLOURS);
  }
  await setContrast(page, "more");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(0, 0, 0)");
  await expectNoViolations(page, MORE_CONTRAST);
  await setContrast(page, null);
}
