import type { Page } from "@playwright/test";

import { films, hitNumber, pagesNav, source } from "./support/site";
import { OUTAGE } from "./support/stand-in";
import { expect, test } from "./support/test";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const problem = (page: Page) => page.getByRole("main").getByRole("alert");
const chosen = (page: Page) => page.getByRole("list", { name: "Chosen filters" });
const show = (page: Page) => page.getByRole("button", { name: "Show films" });

/** The years of the films that are shown. */
async function years(page: Page): Promise<number[]> {
  const facts = await films(page)
    .getByText(/^\d{4}$/)
    .allInnerTexts();
  return facts.map(Number);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("choose, turn the page, and take a choice back", async ({ page }) => {
      await page.goto("/discover");
      await expect(films(page)).toHaveCount(20);
      await expect(chosen(page)).toHaveCount(0);
      await page.getByRole("checkbox", { name: "Action" }).check();
      await page.getByRole("checkbox", { name: "Science Fiction" }).check();
      await page.getByLabel("From year").fill("1990");
      await page.getByLabel("To year").fill("1999");
      await page.getByLabel("Original language").selectOption("English");
      await page.getByLabel("Rating").selectOption("Rated 5 or more");
      await page.getByLabel("Sort by").selectOption("Newest");
      await show(page).click();

      await expect(chosen(page).getByRole("link")).toHaveText([
        /^Action/,
        /^Science Fiction/,
        /^From 1990/,
        /^Until 1999/,
        /^English/,
        /^Rated 5 or more/,
        "Clear filters",
      ]);
      await expect(page.getByRole("checkbox", { name: "Action" })).toBeChecked();
      await expect(page.getByRole("checkbox", { name: "Drama" })).not.toBeChecked();
      await expect(page.getByLabel("Sort by")).toHaveValue("primary_release_date.desc");
      const shown = await years(page);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown).toEqual(shown.toSorted((one, other) => other - one));
      expect(shown.every((year) => year >= 1990 && year <= 1999)).toBe(true);

      await page.getByRole("link", { name: "Remove filter: Science Fiction" }).click();
      await expect(chosen(page).getByRole("link")).toHaveCount(6);
      await expect(page.getByRole("checkbox", { name: "Science Fiction" })).not.toBeChecked();
      const choice =
        "genre=28&fromYear=1990&toYear=1999&originalLanguage=en&minRating=5&sort=primary_release_date.desc";
      await expect(page).toHaveURL(`/discover?${choice}`);
      await pagesNav(page).getByRole("link", { name: "Next" }).click();
      await expect(page).toHaveURL(`/discover?${choice}&page=2`);
      await expect(source(page)).toContainText("page 2 of");

      await page.getByRole("link", { name: "Clear filters" }).click();
      await expect(page).toHaveURL("/discover");
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
      await expect(page.getByLabel("From year")).toHaveValue("");
    });
  });
}

test("the same choice is the same answer, however it is written", async ({ page }) => {
  await page.goto("/discover?genre=12&genre=28&fromYear=1981&toYear=&sort=popularity.desc");
  const first = await hitNumber(page);
  await page.goto("/discover?fromYear=1981&genre=28,12&page=1");
  expect(await hitNumber(page)).toBe(first + 1);
});

test("who takes a choice back with the keyboard goes on at the films", async ({ page }) => {
  await page.goto("/discover?genre=35&genre=18");
  await page.getByRole("link", { name: "Remove filter: Drama" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/discover?genre=35");
  await expect(page.getByRole("main")).toBeFocused();
});

test("on a phone the form is folded, and what is chosen is seen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/discover?genre=35");
  await expect(show(page)).toBeHidden();
  await expect(chosen(page)).toContainText("Comedy");
  await expect(chosen(page)).toHaveAttribute("role", "list");
  await expect(films(page).first()).toBeInViewport();
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Romance" }).check();
  await show(page).click();
  await expect(chosen(page)).toContainText("Romance");
  await expect(chosen(page)).toContainText("Comedy");
});

test("where ratings decide, it says how many votes a film needs, and nowhere else", async ({ page }) => {
  const said = page.getByRole("main").getByText("Only films with at least 200 votes are shown.");
  for (const query of ["genre=28&minRating=7", "sort=vote_average.desc"]) {
    await page.goto(`/discover?${query}`);
    await expect(said, query).toBeVisible();
  }
  for (const query of ["", "?genre=28&sort=vote_count.desc"]) {
    await page.goto(`/discover${query}`);
    await expect(films(page), query).not.toHaveCount(0);
    await expect(said, query).toHaveCount(0);
  }
});

test("nothing found leads on", async ({ page }) => {
  await page.goto("/discover?fromYear=1870&toYear=1871");
  await expect(page.getByRole("heading", { name: "No film found with these filters" })).toBeVisible();
  await expect(source(page)).toContainText("0 films");
  await page.getByRole("link", { name: "start anew" }).click();
  await expect(films(page)).not.toHaveCount(0);
});

test("a page past the end leads to the last one", async ({ page }) => {
  await page.goto("/discover?genre=37&page=450");
  await expect(page.getByRole("heading", { name: "There is no page 450" })).toBeVisible();
  await page.getByRole("link", { name: /^page \d+$/ }).click();
  await expect(films(page)).not.toHaveCount(0);
});

for (const [query, rule] of [
  ["fromYear=2000&toYear=1990", "“From year” must not be after “To year”"],
  ["genre=western", "“Genres” must be a whole number"],
  ["minRating=11", "“Rating” must be a whole number from 1 to 9"],
  ["originalLanguage=klingon", "“Original language” must be the code of a language"],
  ["sort=best", "“Sort by” must be one of"],
] as const) {
  test(`${query} is refused in a sentence, beside the form`, async ({ page }) => {
    const response = await page.goto(`/discover?${query}`);
    expect(response?.status()).toBe(400);
    await expect(problem(page)).toContainText(rule);
    await expect(films(page)).toHaveCount(0);
    await expect(show(page)).toBeVisible();
  });
}

test("what is wrong with a choice is said in the language of the page", async ({ page }) => {
  await page.goto("/de/discover?fromYear=2000&toYear=1990");
  await expect(problem(page)).toContainText("„Ab Jahr“ darf nicht nach „Bis Jahr“ liegen.");
});

test("a choice that can't be is there to be corrected, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/discover?fromYear=2000&toYear=1990");
  await expect(page.getByLabel("From year")).toHaveValue("2000");
  await page.getByLabel("To year").fill("2005");
  await show(page).click();
  await expect(films(page)).not.toHaveCount(0);
});

test("an outage is no empty list, and Retry works once TMDB is back", async ({ page, standIn }) => {
  const match = { path: "/3/discover/movie", "primary_release_date.gte": "1937-01-01" };
  const repair = await standIn.arrange(match, OUTAGE);
  const response = await page.goto("/discover?fromYear=1937");
  expect(response?.status()).toBe(502);
  await expect(problem(page)).toContainText("TMDB can’t be reached");
  await expect(page.getByText("No film found")).toHaveCount(0);
  await expect(page.getByLabel("From year")).toHaveValue("1937");

  await repair();
  await expect(async () => {
    await problem(page).getByRole("link", { name: "Retry" }).click();
    await expect(source(page)).toContainText("From TMDB", { timeout: 1000 });
  }).toPass();
});

test("genres and orders are named in the language of the page", async ({ page }) => {
  await page.goto("/fr/discover?genre=35");
  await expect(heading(page)).toHaveText("Films : Comédie");
  await expect(page.getByRole("checkbox", { name: "Comédie" })).toBeChecked();
  await expect(page.getByLabel("Trier par")).toContainText("Les mieux notés");
});

test("search engines may keep a genre's first page, but no other and no narrower choice", async ({
  page,
}) => {
  const robots = page.locator('head meta[name="robots"]');
  await page.goto("/discover?genre=37&utm_source=mail");
  await expect(robots).toHaveCount(0);
  await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute("href", /\/discover\?genre=37$/);
  for (const path of ["/discover?genre=37&fromYear=1960", "/discover?genre=37&page=2"]) {
    await page.goto(path);
    await expect(robots, path).toHaveAttribute("content", "noindex");
  }
});
