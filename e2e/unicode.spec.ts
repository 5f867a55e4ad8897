import type { Page } from "@playwright/test";

import { openForTyping, queryOf, searchButton, searchField, searchPath, source } from "./support/site";
import { expect, test } from "./support/test";

const QUERIES = [
  "<script>alert(1)</script>",
  "</title><img src=x onerror=alert(1)>",
  "a&b=c#d%",
  "100%",
  "🎬",
  "北野",
  "فيلم",
  '"quotes"',
  "+",
];

/** As it stands in an English sentence: a text that runs from right to left is isolated there. */
const quoted = (query: string) =>
  /\p{Script=Arabic}/u.test(query) ? `“\u2068${query}\u2069”` : `“${query}”`;

async function expectToShow(page: Page, query: string): Promise<void> {
  await expect(source(page)).toContainText(`for ${quoted(query)}`);
  await expect(page).toHaveTitle(`${query} · Movies viewer`);
  await expect(searchField(page)).toHaveValue(query);
  expect(queryOf(page)).toBe(query);
}

test.describe("with JavaScript", () => {
  for (const query of QUERIES) {
    test(`${query} is a query like any other`, async ({ page }) => {
      await openForTyping(page, "/");
      await searchField(page).fill(query);
      await searchField(page).press("Enter");
      await expectToShow(page, query);
      await page.reload();
      await expectToShow(page, query);
      await page.getByRole("link", { name: "Movies viewer" }).click();
      await expect(searchField(page)).toHaveValue("");
      await page.goBack();
      await expectToShow(page, query);
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const query of QUERIES) {
    test(`${query} is a query like any other`, async ({ page }) => {
      await page.goto("/");
      await searchField(page).fill(query);
      await searchButton(page).click();
      await expectToShow(page, query);
      await page.goBack();
      await expect(searchField(page)).toHaveValue("");
      await page.goForward();
      await expectToShow(page, query);
    });
  }
});

test("characters that are composed and those that are not are the same", async ({ page }) => {
  await page.goto(searchPath("Ame\u0301lie"));
  const composed = await source(page).locator("p").first().textContent();
  await page.goto(searchPath("Am\u00e9lie"));
  expect((await source(page).locator("p").first().textContent())?.normalize("NFC")).toBe(
    composed?.normalize("NFC"),
  );
});

test("an address of the API that is no UTF-8 is refused, for any page to read", async ({ request }) => {
  const response = await request.get("/api/%ff");
  expect(response.status()).toBe(400);
  expect(response.headers()).toMatchObject({
    "content-type": "application/problem+json",
    "access-control-allow-origin": "*",
  });
});
