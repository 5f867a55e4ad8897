import type { LaunchOptions, Page } from "@playwright/test";

import { baseUrl } from "./support/addresses";
import { wholeBrowser } from "./support/browser";
import { openFront } from "./support/front";
import { places } from "./support/places";
import { expect, test as base } from "./support/test";

const test = base.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      await provide({
        ...launchOptions,
        ...(wholeBrowser !== undefined && { executablePath: wholeBrowser }),
        // Playwright switches the cache off.
        ignoreDefaultArgs: ["--disable-back-forward-cache"],
      });
    },
    { scope: "worker" },
  ],
});

/** Waits until the service worker has taken over a page that has scripts: it can't while the page is in the cache. */
async function untilClaimed(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      navigator.serviceWorker.controller !== null ||
      ![...document.scripts].some(({ src }) => src.includes("/_next/")),
  );
}

test.skip(wholeBrowser === undefined, "there is only a headless shell here, which has no back/forward cache");

// Chromium keeps no page with another status.
const kept = places.filter(({ url, status }) => status === 200 && url.startsWith(baseUrl));

for (const { name, path } of kept.map((place) => ({ ...place, path: place.url.slice(baseUrl.length) }))) {
  test(`${name}: comes back from the back/forward cache`, async ({ page, standIn: _ }) => {
    const front = await openFront();
    await page.addInitScript(() => {
      window.addEventListener("pageshow", ({ persisted }) => {
        const [visit] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & {
          notRestoredReasons?: { reasons?: { reason: string }[] } | null;
        })[];
        if (!persisted && visit?.type !== "back_forward") return;
        const reasons = visit?.notRestoredReasons?.reasons?.map(({ reason }) => reason) ?? [];
        // Playwright hears nothing more of a page that has come back, so that tells the server.
        void fetch(`/robots.txt?${persisted ? "from the cache" : `anew: ${reasons.join()}`}`);
      });
    });
    await page.goto(`${front.url}${path}`, { waitUntil: "networkidle" });
    await untilClaimed(page);
    await page.goto("about:blank");
    // For the same reason this does not end before the page is closed.
    void page.goBack({ timeout: 0 }).catch(() => null);
    const told = () => front.asked.filter((asked) => asked.startsWith("/robots.txt")).map(decodeURI);
    await expect.poll(told).toEqual(["/robots.txt?from the cache"]);
    await front.cut();
  });
}
