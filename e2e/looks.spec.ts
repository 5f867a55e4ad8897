import type { Page } from "@playwright/test";

import { isDeployed, keylessUrl } from "./support/addresses";
import { invented, someFilm } from "./support/films";
import { expectToLook, SIZES } from "./support/looks";
import { films, searchPath } from "./support/site";
import { expect, NEEDS_STAND_IN, test } from "./support/test";

test.skip(isDeployed, NEEDS_STAND_IN);
// A service worker would fetch the fonts of the pictures by itself.
test.use({ serviceWorkers: "block" });

const PAGES = {
  start: "/",
  search: searchPath("the"),
  film: someFilm,
  discover: "/discover?genre=28&fromYear=1990&minRating=7",
} as const;

for (const [name, path] of Object.entries(PAGES)) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 768, 1440] as const) {
      test(`${name}, ${colorScheme}, ${width} px wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(SIZES[width]);
        await page.goto(path);
        await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
        await expectToLook(page, `${name}-${colorScheme}-${width}`, { size: width });
      });
    }
  }
}

/** Puts two films on the list, and opens it. */
async function openWatchlist(page: Page): Promise<void> {
  await page.goto(searchPath("the"));
  const toggles = page.getByRole("button", { name: /^Watchlist: / });
  for (const place of [0, 1]) {
    await toggles.nth(place).click();
    await expect(toggles.nth(place)).toHaveAttribute("aria-pressed", "true");
  }
  await page.goto("/watchlist");
  await expect(films(page)).toHaveCount(2);
}

async function openInHighContrast(page: Page): Promise<void> {
  await page.goto(someFilm);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("High contrast");
  // Without the focus on the menu.
  await page.reload();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(0, 0, 0)");
}

for (const [name, open] of Object.entries<(page: Page) => Promise<unknown>>({
  "watchlist-light": openWatchlist,
  "about-light": (page) => page.goto("/about"),
  "list-light": (page) => page.goto("/lists/popular"),
  "film-high-contrast": openInHighContrast,
})) {
  for (const width of [360, 1440] as const) {
    test(`${name}, ${width} px wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize(SIZES[width]);
      await open(page);
      await expectToLook(page, `${name}-${width}`, { size: width });
    });
  }
}

// Whole pages would be too long to stand beside its words.
for (const [name, path, colorScheme, size] of [
  ["readme-film", someFilm, "light", 1440],
  ["readme-search", searchPath("the"), "dark", 360],
] as const) {
  test(`${name}, as the README shows it`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(SIZES[size]);
    await page.goto(path);
    await expectToLook(page, name, { size, fullPage: false });
  });
}

for (const [name, path] of Object.entries({
  person: "/people/1",
  offline: "/offline",
  "no-such-address": "/nothing/here",
  "nothing-found": searchPath("qqzzxx no such film"),
  "past-the-last-page": searchPath("matrix", { page: "499" }),
  "not-accepted": searchPath("matrix", { page: "0" }),
  "no-key": `${keylessUrl}/`,
  "film-bare": `/movies/${invented.bare.id}`,
  "film-long-title": `/movies/${invented.longTitle.id}`,
  "film-arabic": `/ar/movies/${invented.rightToLeft.id}`,
})) {
  test(`${name} on a small phone`, async ({ page }) => {
    await page.goto(path);
    await expectToLook(page, name);
  });
}
