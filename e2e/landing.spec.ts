import type { Page } from "@playwright/test";

import { expectAccessible } from "./support/axe";
import { films, source } from "./support/site";
import { OUTAGE } from "./support/stand-in";
import { expect, test } from "./support/test";

const row = (page: Page, name: string) => page.getByRole("region", { name });
/** A list with its heading, and what is said of it. */
const section = (page: Page, name: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });

/** Regions whose lists no other test asks for: islands without cinemas. */
const ISLANDS = { counted: "BV", failing: "HM", empty: "GS" };

const FILMS_OF_A_ROW = 8;

/** The number of the hit that is told beside a list; 0 for an answer from TMDB. */
async function hitOf(page: Page, name: string): Promise<number> {
  await expect(section(page, name)).toHaveText(/From TMDB|From cache, hit \d+/);
  const [, hit = "0"] = /hit (\d+)/.exec((await section(page, name).textContent()) ?? "") ?? [];
  return Number(hit);
}

const LISTS = [
  ["Trending this week", "/lists/trending"],
  ["Now in cinemas", "/lists/now-playing"],
  ["Popular", "/lists/popular"],
  ["Coming soon", "/lists/upcoming"],
] as const;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const [name, path] of LISTS) {
      test(`${name}: a row of films, and all of them on a page of their own`, async ({ page }) => {
        await page.goto("/");
        await expect(row(page, name).getByRole("list").getByRole("article")).toHaveCount(FILMS_OF_A_ROW);
        const first = await row(page, name).getByRole("link").first().innerText();
        await page.getByRole("link", { name: `See all: ${name}` }).click();
        await expect(page).toHaveURL(path);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
        await expect(films(page)).toHaveCount(20);
        await expect(films(page).first().getByRole("link")).toHaveText(first);
      });
    }

    test("a genre leads to its films", async ({ page }) => {
      await page.goto("/");
      await page.getByRole("list", { name: "Genres" }).getByRole("link", { name: "Western" }).click();
      await expect(page).toHaveURL("/discover?genre=37");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Films: Western");
      await expect(films(page)).not.toHaveCount(0);
    });
  });
}

test("a row is scrolled with the keyboard, and nothing else moves sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto("/");
  const trending = row(page, "Trending this week");
  await trending.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => trending.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("in Arabic a row begins on the right", async ({ page }) => {
  await page.goto("/ar");
  const trending = row(page, "الرائج هذا الأسبوع");
  const [first, second] = await Promise.all(
    [0, 1].map((place) => trending.getByRole("article").nth(place).boundingBox()),
  );
  expect(first?.x).toBeGreaterThan(second?.x ?? Infinity);
  await expect(trending.getByRole("article").first()).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
});

test("the rows of cinemas say whose they are, and lead to where that is changed", async ({ page }) => {
  await page.goto("/");
  for (const name of ["Now in cinemas", "Coming soon"]) {
    await expect(row(page, `${name}: United States`)).toBeVisible();
  }
  await page.goto("/?region=JP");
  await expect(row(page, "Now in cinemas: Japan")).toBeVisible();
  await page.getByRole("link", { name: "See all: Now in cinemas: Japan" }).click();
  await expect(page.getByLabel("Region")).toHaveValue("JP");
});

test("a row asks for posters of its own size", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto("/");
  const poster = row(page, "Trending this week").locator("img").first();
  await expect(poster).toHaveJSProperty("complete", true);
  expect(await poster.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/\/w185\//);
});

test("each list is an answer of its own, and one of them speaks up", async ({ page }) => {
  const path = `/?region=${ISLANDS.counted}`;
  await page.goto(path);
  const lists = ["Now in cinemas", "Coming soon"];
  const before = await Promise.all(lists.map((name) => hitOf(page, name)));
  await page.goto(path);
  await expect(source(page)).toHaveCount(1);
  expect(await Promise.all(lists.map((name) => hitOf(page, name)))).toEqual(before.map((hit) => hit + 1));
});

test("a list that fails takes nothing else down, and Retry works once it is back", async ({
  page,
  standIn,
}) => {
  const region = ISLANDS.failing;
  const repair = await standIn.arrange({ path: "/3/movie/upcoming", region }, OUTAGE);
  const response = await page.goto(`/?region=${region}`);
  expect(response?.status()).toBe(200);
  const upcoming = section(page, "Coming soon");
  await expect(upcoming).toContainText("TMDB can’t be reached");
  await expect(upcoming).not.toContainText("Nothing is on this list");
  await expect(upcoming.getByRole("article")).toHaveCount(0);
  await expect(row(page, "Popular").getByRole("article")).toHaveCount(FILMS_OF_A_ROW);
  await expect(source(page)).toHaveCount(1);

  await repair();
  await expect(async () => {
    await section(page, "Coming soon").getByRole("link", { name: "Retry" }).click();
    // Another click would begin the page anew.
    await expect(row(page, "Coming soon").getByRole("article")).not.toHaveCount(0, { timeout: 5000 });
  }).toPass();
});

test("a list with nothing on it says so", async ({ page, standIn }) => {
  const region = ISLANDS.empty;
  const body = JSON.stringify({ page: 1, results: [], total_pages: 0, total_results: 0 });
  await standIn.arrange({ path: "/3/movie/now_playing", region }, { status: 200, body });
  await page.goto(`/?region=${region}`);
  await expect(section(page, "Now in cinemas")).toContainText("Nothing is on this list");
});
