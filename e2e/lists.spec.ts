import type { Page } from "@playwright/test";

import { films, hitNumber, pagesNav, source } from "./support/site";
import { OUTAGE } from "./support/stand-in";
import { expect, test } from "./support/test";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const problem = (page: Page) => page.getByRole("main").getByRole("alert");

test("pages of a list", async ({ page }) => {
  await page.goto("/lists/popular");
  await expect(source(page)).toContainText(/films, page 1 of \d+/);
  await pagesNav(page).getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL("/lists/popular?page=2");
  await expect(page).toHaveTitle("Popular, page 2 · Movies viewer");
  await expect(source(page)).toContainText("page 2 of");
  await expect(films(page)).toHaveCount(20);
});

test("a visit is one answer", async ({ page }) => {
  await page.goto("/lists/trending?page=3");
  const first = await hitNumber(page);
  await page.reload();
  expect(await hitNumber(page)).toBe(first + 1);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("cinemas of another region, which other pages remember", async ({ page }) => {
      await page.goto("/lists/now-playing");
      await expect(heading(page)).toHaveText("Now in cinemas: United States");
      await page.getByLabel("Region").selectOption("Japan");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL("/lists/now-playing?region=JP");
      await expect(heading(page)).toHaveText("Now in cinemas: Japan");
      await expect(page.getByLabel("Region")).toHaveValue("JP");

      await pagesNav(page).getByRole("link", { name: "Next" }).click();
      await expect(page).toHaveURL("/lists/now-playing?region=JP&page=2");
      await page.goto("/lists/upcoming");
      await expect(heading(page)).toHaveText("Coming soon: Japan");
    });
  });
}

test("the regions are named in the language of the page", async ({ page }) => {
  await page.goto("/de/lists/upcoming?region=JP");
  await expect(heading(page)).toHaveText("Demnächst: Japan");
  await expect(page.getByLabel("Region").getByRole("option", { name: "Vereinigte Staaten" })).toBeAttached();
});

test("a page past the end leads to the last one", async ({ page }) => {
  await page.goto("/lists/now-playing?page=400");
  await expect(page.getByRole("heading", { name: "There is no page 400" })).toBeVisible();
  await page.getByRole("link", { name: /^page \d+$/ }).click();
  await expect(films(page)).not.toHaveCount(0);
});

for (const [query, field] of [
  ["page=0", "page"],
  ["page=501", "page"],
  ["region=Japan", "Region"],
] as const) {
  test(`${query} is refused in a sentence`, async ({ page }) => {
    const response = await page.goto(`/lists/upcoming?${query}`);
    expect(response?.status()).toBe(400);
    await expect(problem(page)).toContainText(`“${field}” must be`);
    await expect(films(page)).toHaveCount(0);
  });
}

test("there is no other list", async ({ page }) => {
  const response = await page.goto("/lists/top-rated");
  expect(response?.status()).toBe(404);
  await expect(heading(page)).toHaveText("There is nothing here");
});

test("an outage is no empty list", async ({ page, standIn }) => {
  await standIn.arrange({ path: "/3/movie/now_playing", region: "NU" }, OUTAGE);
  const response = await page.goto("/lists/now-playing?region=NU");
  expect(response?.status()).toBe(502);
  await expect(problem(page)).toContainText("TMDB can’t be reached");
  await expect(problem(page).getByRole("link", { name: "Retry" })).toHaveAttribute(
    "href",
    "/lists/now-playing?region=NU",
  );
  await expect(page.getByText("Nothing is on this list")).toHaveCount(0);
  await expect(source(page)).toHaveCount(0);
});

test("search engines are told its one address, and the other languages", async ({ page }) => {
  await page.goto("/fr/lists/popular?page=2&utm_source=mail");
  const link = (rel: string) => page.locator(`head link[rel="${rel}"]`);
  await expect(link("canonical")).toHaveAttribute("href", /\/fr\/lists\/popular\?page=2$/);
  await expect(link("alternate").and(page.locator('[hreflang="de"]'))).toHaveAttribute(
    "href",
    /\/de\/lists\/popular\?page=2$/,
  );
});
