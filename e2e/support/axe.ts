import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Expects that axe finds nothing to object to in what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated and not added as a script, which a content security policy may forbid.
  await page.evaluate(script);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
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
