import type { LaunchOptions } from "@playwright/test";

import { places } from "./support/places";
import { expect, test as base } from "./support/test";

const test = base.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      // Playwright switches it off.
      await provide({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    },
    { scope: "worker" },
  ],
});

for (const { name, url } of [...places, { name: "the watchlist", url: "/watchlist" }]) {
  test(`${name}: comes back from the back/forward cache`, async ({ page }) => {
    await page.goto(url);
    await page.evaluate(() => {
      window.addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
    });
    await page.goto("about:blank");
    await page.goBack();
    expect(await page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted)).toBe(true);
  });
}
