import type { Page } from "@playwright/test";

import { isDeployed } from "./support/addresses";
import { invented, someFilm } from "./support/films";
import { openFront } from "./support/front";
import { films, openForTyping, searchField, searchPath, source, unasked } from "./support/site";
import { searchFor } from "./support/stand-in";
import { expect, test } from "./support/test";
import { leadingActor } from "./support/whole-film";

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

interface Shifts {
  /** The cumulative layout shift, with the three decimals that Lighthouse shows. */
  readonly total: number;
  /** What moved, from where and to where. */
  readonly moved: readonly string[];
}

/** Notes every movement of what was in place; the function that comes back says what has moved so far. */
async function watchShifts(page: Page): Promise<() => Promise<Shifts>> {
  await page.addInitScript(() => {
    const noted: LayoutShift[] = [];
    new PerformanceObserver((list) => noted.push(...(list.getEntries() as LayoutShift[]))).observe({
      type: "layout-shift",
      buffered: true,
    });
    const place = ({ x, y, width, height }: DOMRect) => `${x},${y} ${width}×${height}`;
    const shifts = (): Shifts => ({
      total: Number(noted.reduce((sum, { value }) => sum + value, 0).toFixed(3)),
      moved: noted
        .flatMap(({ sources }) => sources)
        .map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName} “${node?.textContent?.slice(0, 40)}” ${place(previousRect)} -> ${place(currentRect)}`,
        ),
    });
    Object.assign(window, { shifts });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: () => Shifts }).shifts());
}

const pagesThatStandStill = [
  ["the start page", "/"],
  ["results", searchPath("the")],
  ["a film", someFilm],
  ["a list", "/lists/popular?page=2"],
  ["films to discover", "/discover?genre=28&fromYear=1990&minRating=7"],
  ["an empty watchlist", "/watchlist"],
  ["about this app", "/about"],
  ...(isDeployed
    ? []
    : [
        ["a person", `/people/${leadingActor.id}`],
        ["odd films in a list", searchPath("zyx")],
        ["a long film", `/movies/${invented.longTitle.id}`],
      ]),
] as const;

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  for (const [name, path] of pagesThatStandStill) {
    test(`nothing moves on ${name} at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      const shifts = await watchShifts(page);
      await page.goto(path ?? "/");
      const { height } = viewport;
      const depth = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let y = 0; y < depth; y += height) {
        await page.mouse.wheel(0, height);
        await page.waitForTimeout(50);
      }
      await page.waitForTimeout(300);
      const { total, moved } = await shifts();
      expect(total, moved.join("\n")).toBe(0);
    });
  }
}

for (const width of [390, 1280]) {
  test(`nothing moves at ${width} px while the films of the watchlist come`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(searchPath("the"));
    const toggles = page.getByRole("button", { name: /^Watchlist: / });
    for (const place of [0, 1]) {
      await toggles.nth(place).click();
      await expect(toggles.nth(place)).toHaveAttribute("aria-pressed", "true");
    }
    const shifts = await watchShifts(page);
    await page.goto("/watchlist");
    await expect(films(page)).toHaveCount(2);
    await page.waitForTimeout(300);
    const { total, moved } = await shifts();
    expect(total, moved.join("\n")).toBe(0);
  });

  test(`nothing moves at ${width} px while a typed search is on its way`, async ({ page, standIn }) => {
    const query = unasked("slow");
    await standIn.arrange(searchFor(query), { delayMs: 3000 });
    await page.setViewportSize({ width, height: 844 });
    const shifts = await watchShifts(page);
    await openForTyping(page, searchPath("moon"));
    const place = () => films(page).nth(1).boundingBox();
    const before = await place();
    await searchField(page).fill(query);
    await expect(page.locator("search form")).toHaveAttribute("aria-busy", "true");
    // Past the 500 ms after a key in which a movement would be excused.
    await page.waitForTimeout(1200);
    expect(await place()).toEqual(before);
    await expect(source(page)).toContainText("for “moon”");
    const { total, moved } = await shifts();
    expect(total, moved.join("\n")).toBe(0);
  });
}

for (const before of ["<nav", 'href="/watchlist"', "<select"]) {
  for (const width of [390, 1280]) {
    test(`nothing moves at ${width} px while the header arrives in pieces, the second from ${before} on`, async ({
      page,
      standIn: _,
    }) => {
      const front = await openFront();
      front.halt(before, 4000);
      await page.setViewportSize({ width, height: 844 });
      const shifts = await watchShifts(page);
      await page.goto(`${front.url}/about`, { waitUntil: "commit" });
      await expect(page.getByRole("link", { name: "Movies viewer" })).toBeVisible({ timeout: 3500 });
      await page.waitForLoadState("load");
      await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
      const { total, moved } = await shifts();
      await front.cut();
      expect(total, moved.join("\n")).toBe(0);
    });
  }
}
