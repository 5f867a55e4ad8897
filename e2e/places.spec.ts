import type { Page, Request } from "@playwright/test";

import { isOnThisMachine } from "./support/addresses";
import { expectAccessible } from "./support/axe";
import { places } from "./support/places";
import { expect, test } from "./support/test";

const NOTICE =
  "This application uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.";

/** What sticks out to the side of the window; `overflow-x: clip` on the body hides it from the scrollbar. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    /** In a row of films, which is scrolled by itself. */
    const isScrolled = ({ parentElement: parent }: Element): boolean =>
      parent !== null && (getComputedStyle(parent).overflowX === "auto" || isScrolled(parent));
    const parts = [...document.querySelectorAll("body *:not(.visually-hidden)")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const sticksOut = width > 0 && (right > clientWidth + 1 || left < -1);
      return sticksOut && element.checkVisibility() && !isScrolled(element);
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth} of ${clientWidth}`] : []),
      ...parts.map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`),
    ];
  });
}

/** A picture of TMDB, or of what stands in for it on this machine. */
const isPicture = (request: Request): boolean =>
  request.resourceType() === "image" &&
  ["image.tmdb.org", ...(isOnThisMachine ? ["127.0.0.1"] : [])].includes(new URL(request.url()).hostname);

for (const { name, url, status } of places) {
  test(`${name}: its status, no complaint, and nothing that axe finds in any theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    const response = await page.goto(url);
    expect(response?.status()).toBe(status);
    await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("system");
    await expectAccessible(page);
  });

  test(`${name}: nothing is asked of another host but pictures of TMDB`, async ({ page }) => {
    const others: string[] = [];
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      const isOurs = origin === new URL(url).origin || !protocol.startsWith("http");
      if (!isOurs && !isPicture(request)) others.push(request.url());
    });
    await page.goto(url);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");
    expect(others).toEqual([]);
  });

  test(`${name}: fits into a phone, and says whose films these are`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(url);
    expect(await stickingOut(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await stickingOut(page)).toEqual([]);

    const footer = page.getByRole("contentinfo");
    await expect(footer).toContainText(NOTICE);
    const theirs = await footer.getByRole("img", { name: /TMDB/ }).boundingBox();
    const ours = await page.getByRole("banner").getByRole("link", { name: "Movies viewer" }).boundingBox();
    expect(theirs?.height).toBeGreaterThan(0);
    expect(theirs?.height).toBeLessThan(ours?.height ?? 0);
    expect(theirs?.width).toBeLessThan(ours?.width ?? 0);
  });
}
