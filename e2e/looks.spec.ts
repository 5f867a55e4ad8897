import { isDeployed, keylessUrl } from "./support/addresses";
import { invented, someFilm } from "./support/films";
import { expectToLook, SIZES } from "./support/looks";
import { searchPath } from "./support/site";
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
