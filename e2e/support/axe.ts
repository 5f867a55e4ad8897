import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Expects that axe finds nothing to object to in what the page shows now. */
export async function expectAccessible(page: Page, options: RunOptions = {}): Promise<void> {
  // Evaluated and not added as a script, which a content security policy may forbid.
  await page.evaluate(script);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, "violations that axe finds").toEqual([]);
}

/** Expects it of both themes; the page follows the system as it changes. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
    await expectAccessible(page);
  }
}

const setContrast = (page: Page, contrast: string | null) =>
  page.evaluate((wanted) => {
    if (wanted === null) delete document.documentElement.dataset.contrast;
    else document.documentElement.dataset.contrast = wanted;
  }, contrast);

/** Expects it of high contrast, where every text is at 7:1 and more (WCAG 2.2, 1.4.6). */
async function expectAccessibleInHighContrast(page: Page): Promise<void> {
  await setContrast(page, "more");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(0, 0, 0)");
  await expectAccessible(page, { rules: { "color-contrast-enhanced": { enabled: true } } });
  await setContrast(page, null);
}

/** Expects it of every theme that the menu offers. */
export async function expectAccessibleInEveryTheme(page: Page): Promise<void> {
  await expectAccessibleInBothThemes(page);
  await expectAccessibleInHighContrast(page);
}
