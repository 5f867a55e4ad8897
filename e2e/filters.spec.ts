import type { Page } from "@playwright/test";

import { films, hitNumber, pagesNav, searchField, searchPath, source, unasked } from "./support/site";
import { expect, test } from "./support/test";

const openFilters = (page: Page) => page.getByText("Filters", { exact: true }).click();
const apply = (page: Page) => page.getByRole("button", { name: "Apply" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a search is narrowed to a year, on all its pages", async ({ page }) => {
      await page.goto(searchPath("the"));
      await expect(page.getByLabel("Year")).toBeHidden();
      await openFilters(page);
      await page.getByLabel("Year").fill("2009");
      await apply(page).click();
      await expect(source(page)).toContainText(/films of 2009 for “the”, page 1 of \d/);
      await expect(searchField(page)).toHaveValue("the");
      // What is chosen is to be seen.
      await expect(page.getByLabel("Year")).toHaveValue("2009");

      await pagesNav(page).getByRole("link", { name: "Next" }).click();
      await expect(page).toHaveURL(searchPath("the", { page: "2", year: "2009" }));
      await expect(source(page)).toContainText("page 2 of");
      await expect(films(page).getByText("2009", { exact: true })).not.toHaveCount(0);
      await expect(films(page).getByText(/^(?!2009)\d{4}$/)).toHaveCount(0);
    });

    test("titles in another language, while the page keeps its own", async ({ page }) => {
      await page.goto(searchPath("matrix"));
      await openFilters(page);
      await page.getByLabel("Titles in").selectOption("French");
      await apply(page).click();
      expect(new URL(page.url()).searchParams.get("language")).toBe("fr-FR");
      await expect(page.getByLabel("Titles in")).toHaveValue("fr-FR");
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
    });

    test("a year behind the title means the films of that year, unless plain text is asked for", async ({
      page,
    }) => {
      await page.goto(searchPath("The 2009"));
      await expect(source(page)).toContainText(/films of 2009 for “The”, page 1 of \d/);
      await expect(searchField(page)).toHaveValue("The 2009");
      await pagesNav(page).getByRole("link", { name: "Next" }).click();
      await expect(page).toHaveURL(searchPath("The 2009", { page: "2" }));
      await expect(source(page)).toContainText(/films of 2009 for “The”, page 2 of \d/);

      await page.getByRole("link", { name: "Search for “The 2009” as a title instead" }).click();
      await expect(page).toHaveURL(searchPath("The 2009", { literal: "1" }));
      await expect(source(page)).toContainText("for “The 2009”");
      await expect(page.getByRole("link", { name: "as a title instead" })).toHaveCount(0);
    });

    test("nothing found with filters leads to the search without them", async ({ page }) => {
      await page.goto(searchPath("matrix", { year: "1871" }));
      await expect(page.getByText("No film found with these filters.")).toBeVisible();
      await page.getByRole("link", { name: "Search without filters" }).click();
      await expect(page).toHaveURL(searchPath("matrix"));
      await expect(films(page)).not.toHaveCount(0);
    });
  });
}

test("nothing found at all leads to what can be discovered", async ({ page }) => {
  await page.goto(searchPath(unasked("qqzzxx")));
  await expect(page.getByText("No film found with these filters.")).toHaveCount(0);
  await page.getByRole("link", { name: "Discover films by genre and year" }).click();
  await expect(page).toHaveURL("/discover");
});

test("a language that the form does not offer stays chosen", async ({ page }) => {
  await page.goto(searchPath("matrix", { language: "en-CA" }));
  await expect(page.getByLabel("Titles in")).toHaveValue("en-CA");
});

test("fields left empty ask for the same", async ({ page }) => {
  const query = unasked("empty");
  await page.goto(searchPath(query));
  await expect(source(page)).toContainText("From TMDB");
  await page.goto(searchPath(query, { year: "", language: "" }));
  expect(await hitNumber(page)).toBe(1);
});

test("a new search is one without the filters of the last", async ({ page }) => {
  await page.goto(searchPath("the", { year: "2009" }));
  await searchField(page).fill("casablanca");
  await searchField(page).press("Enter");
  await expect(page).toHaveURL(searchPath("casablanca"));
  await expect(page.getByLabel("Year")).toBeHidden();
});
