import type { Page } from "@playwright/test";

import { isDeployed, keylessUrl } from "./support/addresses";
import { hitNumber, source } from "./support/site";
import { expect, NEEDS_STAND_IN, test } from "./support/test";

/** What is said of a term. */
const figure = (page: Page, term: string) =>
  page.getByRole("term").getByText(term, { exact: true }).locator("xpath=../dd");

const seconds = async (page: Page, term: string) =>
  Number.parseInt((await figure(page, term).textContent()) ?? "", 10);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("every visit shows the next hit, and a window that runs out", async ({ page }) => {
      await page.goto("/about");
      await expect(page).toHaveTitle("About Movies viewer · Movies viewer");
      const before = await hitNumber(page);
      await page.getByRole("link", { name: "Ask again" }).click();
      await expect(async () => expect(await hitNumber(page)).not.toBe(before)).toPass();
      const hit = await hitNumber(page);
      await expect(figure(page, "Hit number")).toHaveText(String(hit));
      const [age, left] = [await seconds(page, "Age"), await seconds(page, "Left of its window")];
      // Each is cut to whole seconds.
      expect(age + left).toBeGreaterThanOrEqual(118);
      expect(age + left).toBeLessThanOrEqual(120);
    });

    test("the API can be tried", async ({ page }) => {
      await page.goto("/about");
      await page.getByRole("main").getByLabel("Title").fill("matrix");
      await page.getByRole("button", { name: "Send request" }).click();
      await expect(page).toHaveURL(/\/api\/movies\?query=matrix/);
      const body = JSON.parse((await page.locator("body").innerText()) || "{}") as { query?: string };
      expect(body.query).toBe("matrix");
    });
  });
}

test("it says what the server depends on, and has seen the answer of this page", async ({ page }) => {
  await page.goto("/about");
  // A server that has just begun may have had its answer from the table.
  await expect(figure(page, "TMDB")).toContainText(isDeployed ? /Reachable|Not used so far/ : "Reachable");
  await expect(figure(page, "DynamoDB")).toContainText("Reachable");
  await expect(source(page)).toHaveCount(1);
});

test("it credits its sources, and leads to the API's description", async ({ page }) => {
  await page.goto("/about");
  const main = page.getByRole("main");
  await expect(main).toContainText("is not endorsed, certified, or otherwise approved by TMDB");
  await expect(main.getByRole("img", { name: /TMDB/ })).toBeVisible();
  await expect(main.getByRole("link", { name: "JustWatch" })).toHaveAttribute(
    "href",
    "https://www.justwatch.com/",
  );
  await expect(main.getByRole("link", { name: "OpenAPI" })).toHaveAttribute("href", "/api/openapi.json");
  await expect(main.getByRole("heading", { name: "Privacy" })).toBeVisible();
});

test("without a key it still says what this is", async ({ page }) => {
  test.skip(isDeployed, NEEDS_STAND_IN);
  const response = await page.goto(`${keylessUrl}/about`);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("main")).toContainText("TMDB_READ_KEY");
  await expect(page.getByRole("heading", { name: "API" })).toBeVisible();
});
