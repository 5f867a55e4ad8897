import { isDeployed } from "./support/addresses";
import { invented, someFilm } from "./support/films";
import { searchPath } from "./support/site";
import { expect, test } from "./support/test";

/** A movement of what was in place, with the elements that moved. */
interface Shift {
  readonly value: number;
  readonly nodes: string[];
}

const pagesThatStandStill = [
  ["the start page", "/"],
  ["results", searchPath("the")],
  ["a film", someFilm],
  ...(isDeployed
    ? []
    : [
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
      await page.addInitScript(() => {
        const shifts: Shift[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as {
            value: number;
            sources: { node: Element | null }[];
          }[]) {
            shifts.push({
              value: entry.value,
              nodes: entry.sources.map(({ node }) => node?.nodeName ?? "?"),
            });
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(path ?? "/");
      await page.waitForLoadState("networkidle");
      const { height } = viewport;
      const depth = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let y = 0; y < depth; y += height) {
        await page.mouse.wheel(0, height);
        await page.waitForTimeout(50);
      }
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(100);
      expect(await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts)).toEqual([]);
    });
  }
}
