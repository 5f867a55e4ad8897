import type { Page } from "@playwright/test";

import { expectAccessibleAsShown } from "./support/axe";
import { expect, test } from "./support/test";

type Theme = "light" | "dark";

/** Notes the theme of every frame that is drawn, the first one included. */
async function watchFrames(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { themesSeen: seen });
    const look = () => {
      // Before there is anything in the body, nothing is drawn.
      if (document.querySelector("body header")) seen.push(document.documentElement.className);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    document.addEventListener("DOMContentLoaded", () => seen.push(document.documentElement.className));
  });
  return async () => {
    const seen = await page.evaluate(() => (window as unknown as { themesSeen: string[] }).themesSeen);
    return [...new Set(seen)];
  };
}

const themeMenu = (page: Page) => page.getByRole("combobox", { name: "Theme" });

const brightness = (page: Page) =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return (red + green + blue) / 3;
  });

async function expectTheme(page: Page, theme: Theme): Promise<void> {
  await expect(page.locator("html")).toHaveClass(theme);
  if (theme === "dark") expect(await brightness(page)).toBeLessThan(60);
  else expect(await brightness(page)).toBeGreaterThan(200);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`a system that is ${colorScheme}`, () => {
    test.use({ colorScheme });
    const other = colorScheme === "dark" ? "light" : "dark";

    test("is followed from the first frame", async ({ page }) => {
      const themesSeen = await watchFrames(page);
      await page.goto("/");
      await expectTheme(page, colorScheme);
      await expect(themeMenu(page)).toHaveValue("system");
      expect(await themesSeen()).toEqual([colorScheme]);
    });

    test("is overruled by the menu, also after a reload and on other pages", async ({ page }) => {
      const themesSeen = await watchFrames(page);
      await page.goto("/");
      await themeMenu(page).selectOption(other);
      await expectTheme(page, other);

      await page.reload();
      await expect(themeMenu(page)).toHaveValue(other);
      await expectTheme(page, other);
      expect(await themesSeen()).toEqual([other]);

      await page.goto("/movies/abc");
      await expectTheme(page, other);
      expect(await themesSeen()).toEqual([other]);

      await themeMenu(page).selectOption("system");
      await expectTheme(page, colorScheme);
    });
  });
}

for (const [colorScheme, background, text] of [
  ["light", "rgb(247, 244, 238)", "rgb(28, 26, 23)"],
  ["dark", "rgb(17, 18, 22)", "rgb(241, 238, 232)"],
] as const) {
  test.describe(`without JavaScript, a system that is ${colorScheme}`, () => {
    test.use({ javaScriptEnabled: false, colorScheme });

    test("is followed", async ({ page }) => {
      await page.goto("/");
      await expect(page.locator("body")).toHaveCSS("background-color", background);
      await expect(page.locator("body")).toHaveCSS("color", text);
      await expect(page.locator("html")).toHaveCSS("color-scheme", colorScheme);
    });
  });
}

test("a system that changes is followed at once", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await expectTheme(page, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectTheme(page, "dark");
});

test("high contrast is there from the first frame once it was chosen, and can be left", async ({ page }) => {
  await page.goto("/");
  await themeMenu(page).selectOption("High contrast");
  const black = "rgb(0, 0, 0)";
  await expect(page.locator("body")).toHaveCSS("background-color", black);
  await page.goto("/movies/abc", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
  await expect(page.locator("body")).toHaveCSS("background-color", black);
  await expect(themeMenu(page)).toHaveValue("contrast");
  await expectAccessibleAsShown(page);
  await themeMenu(page).selectOption("Light");
  await expectTheme(page, "light");
});

test("high contrast that is chosen or left in one tab is shown so in the others", async ({
  page,
  context,
}) => {
  await page.goto("/");
  const other = await context.newPage();
  await other.goto("/about");
  // Until then it hears of nothing.
  await expect(themeMenu(other)).toBeEnabled();
  await themeMenu(page).selectOption("High contrast");
  await expect(other.locator("body")).toHaveCSS("background-color", "rgb(0, 0, 0)");
  await expect(themeMenu(other)).toHaveValue("contrast");
  await themeMenu(other).selectOption("Light");
  await expect(themeMenu(page)).toHaveValue("light");
  await expectTheme(page, "light");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a system that asks for more contrast is followed", async ({ page }) => {
      await page.emulateMedia({ contrast: "more", colorScheme: "light" });
      await page.goto("/");
      await expect(page.locator("body")).toHaveCSS("background-color", "rgb(0, 0, 0)");
      await expect(page.locator("body")).toHaveCSS("color", "rgb(255, 255, 255)");
      await page.emulateMedia({ contrast: "no-preference" });
      await expect(page.locator("body")).toHaveCSS("background-color", "rgb(247, 244, 238)");
    });
  });
}

test("a system that asks for more contrast is overruled by the menu, and followed again", async ({
  page,
}) => {
  await page.emulateMedia({ contrast: "more", colorScheme: "dark" });
  await page.goto("/");
  await expect(themeMenu(page)).toHaveValue("system");
  await expectAccessibleAsShown(page);
  await themeMenu(page).selectOption("Light");
  await expectTheme(page, "light");
  await page.reload();
  await expect(themeMenu(page)).toHaveValue("light");
  await expectTheme(page, "light");
  await themeMenu(page).selectOption("System");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(0, 0, 0)");
});
