import type { Page } from "@playwright/test";

import { expectAccessible } from "./support/axe";
import { someFilm } from "./support/films";
import { askedQueries, searchField, searchPath, source, suggestingField, unasked } from "./support/site";
import { searchFor } from "./support/stand-in";
import { expect, test } from "./support/test";

test("films are offered on every page but the search page, and chosen with the keyboard", async ({
  page,
}) => {
  await page.goto(someFilm);
  const field = suggestingField(page);
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await field.pressSequentially("godfather", { delay: 20 });
  const options = page.getByRole("listbox", { name: "Suggested films" }).getByRole("option");
  await expect(options).not.toHaveCount(0);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);

  await field.press("ArrowDown");
  const chosen = options.first();
  await expect(chosen).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "none");
  await field.press("ArrowUp");
  await expect(field).not.toHaveAttribute("aria-activedescendant", /./);
  await field.press("ArrowDown");
  const title = await chosen.locator("span").first().innerText();
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(field).toHaveValue("");
  await expect(page.getByRole("main")).toBeFocused();
});

test("how many films are offered is told", async ({ page }) => {
  await page.goto(someFilm);
  const told = page.getByRole("search").locator("[aria-live=polite]");
  await expect(told).toHaveText("");
  await told.evaluate((region) => (region.dataset.seen = "before"));
  await suggestingField(page).fill("godfather");
  const options = page.getByRole("listbox").getByRole("option");
  await expect(options).not.toHaveCount(0);
  await expect(told).toHaveText(`Films suggested: ${await options.count()}`);
  await suggestingField(page).fill("qqzzxx no such film");
  await expect(told).toHaveText("Films suggested: 0");
  await expect(told).toHaveAttribute("data-seen", "before");
});

test("what is offered goes with its page, when Back is pressed in the field too", async ({ page }) => {
  await page.goto("/about");
  await page.getByRole("banner").getByRole("link", { name: "Discover" }).click();
  await expect(page).toHaveURL("/discover");
  await suggestingField(page).fill("godfather");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL("/about");
  await expect(suggestingField(page)).toBeFocused();
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("suggestions that can't be loaded are told, and asked for again with the same words", async ({
  page,
  complaints,
}) => {
  await page.goto(someFilm);
  await page.route("**/api/movies?*", (route) => route.abort());
  await suggestingField(page).fill("godfather");
  const told = page.getByRole("search").getByText("Suggestions can’t be loaded right now.");
  await expect(told).toBeVisible();
  await expectAccessible(page);
  await suggestingField(page).press("Escape");
  await expect(told).toHaveCount(0);

  await page.unroute("**/api/movies?*");
  await suggestingField(page).fill("godfathers");
  await suggestingField(page).fill("godfather");
  await expect(page.getByRole("option").first()).toContainText(/godfather/i);
  await expect(told).toHaveCount(0);
  // The browser's own line on what was broken off.
  expect(complaints.splice(0).every((line) => line.includes("Failed to load resource"))).toBe(true);
});

test("what is typed and taken back within the pause changes nothing", async ({ page }) => {
  await page.goto(someFilm);
  const asked = askedQueries(page);
  const field = suggestingField(page);
  await field.fill("godfather");
  await expect(page.getByRole("option").first()).toBeVisible();
  await field.press("x");
  await field.press("Backspace");
  await page.waitForTimeout(700);
  expect(asked).toEqual(["godfather"]);
  await expect(page.getByRole("option").first()).toContainText(/godfather/i);
});

test("a year behind the title is that of the films", async ({ page }) => {
  await page.goto(someFilm);
  const sent: string[] = [];
  page.on("request", (request) => request.url().includes("/api/movies") && sent.push(request.url()));
  await suggestingField(page).fill("the 2009");
  await expect(page.getByRole("option").first()).toContainText("2009");
  const parameters = sent.map((url) => Object.fromEntries(new URL(url).searchParams));
  expect(parameters).toEqual([{ query: "the", year: "2009", language: "en-US" }]);
});

test("Escape closes what is offered and leaves what was typed", async ({ page }) => {
  await page.goto(someFilm);
  const field = suggestingField(page);
  await field.fill("godfather");
  await expect(page.getByRole("listbox")).toBeVisible();
  await field.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(field).toHaveValue("godfather");
  await field.press("Enter");
  await expect(page).toHaveURL(searchPath("godfather"));
  await expect(source(page)).toContainText("for “godfather”");
});

test("one request per pause, and a late answer is dropped", async ({ page, standIn }) => {
  const slow = unasked("slow");
  await standIn.arrange(searchFor(slow), { delayMs: 2500 });
  await page.goto(someFilm);
  const asked = askedQueries(page);
  const field = suggestingField(page);
  await field.pressSequentially("god", { delay: 30 });
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(asked).toEqual(["god"]);
  await field.fill(slow);
  await expect.poll(() => standIn.requests(searchFor(slow))).toBe(1);
  await field.fill("godfather");
  await expect.poll(() => asked).toEqual(["god", slow, "godfather"]);
  const first = page.getByRole("option").first();
  await expect(first).toContainText(/godfather/i);
  await page.waitForTimeout(2600);
  await expect(first).toContainText(/godfather/i);
});

test("a film that is clicked is opened", async ({ page }) => {
  await page.goto(someFilm);
  await suggestingField(page).fill("godfather");
  const option = page.getByRole("option").first();
  const title = await option.locator("span").first().innerText();
  await option.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByRole("main")).toBeFocused();

  // What was half typed is no search that was sent.
  await page.goto("/");
  await searchField(page).focus();
  await expect(page.getByRole("search").getByRole("button")).toHaveText(["Search"]);
});

const recentSearches = (page: Page) => page.getByRole("group", { name: "Recent searches" });

async function sendSearch(page: Page, query: string): Promise<void> {
  await page.goto("/");
  await searchField(page).fill(query);
  await searchField(page).press("Enter");
  await expect(source(page)).toContainText(`for “${query}”`);
}

test("searches that were sent are offered again", async ({ page }) => {
  await sendSearch(page, "moon");
  await searchField(page).fill("only typed");
  await expect(source(page)).toContainText("for “only typed”");

  await page.goto("/");
  const recent = recentSearches(page);
  await expect(recent).toHaveCount(0);
  await searchField(page).focus();
  await expect(recent.getByRole("button")).toHaveText(["moon", "Clear recent searches"]);
  await expectAccessible(page);
  // Safari gives a button no focus, so that the field must not lose it before the click.
  await recent.getByRole("button", { name: "moon" }).hover();
  await page.mouse.down();
  await expect(searchField(page)).toBeFocused();
  await page.mouse.up();
  await expect(page).toHaveURL(searchPath("moon"));
  await expect(source(page)).toContainText("for “moon”");
  await searchField(page).fill("");
  await expect(recent.getByRole("button", { name: "moon" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(recent.getByRole("button", { name: "moon" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(recent).toHaveCount(0);
  await expect(searchField(page)).toBeFocused();
});

test("searches that were sent can be cleared", async ({ page }) => {
  await sendSearch(page, "moon");
  await page.goto("/");
  const recent = recentSearches(page);
  await searchField(page).focus();
  await recent.getByRole("button", { name: "Clear recent searches" }).click();
  await expect(recent).toHaveCount(0);
  await page.reload();
  await searchField(page).focus();
  await expect(recent).toHaveCount(0);
});

test("“/” leads into the field, except from where it is text", async ({ page }) => {
  await page.goto(someFilm);
  await expect(suggestingField(page)).toBeVisible();
  await page.keyboard.press("/");
  await expect(suggestingField(page)).toBeFocused();
  await expect(suggestingField(page)).toHaveValue("");
  await page.keyboard.press("/");
  await expect(suggestingField(page)).toHaveValue("/");
});

test("“/” can be switched off for good, and on again", async ({ page }) => {
  await page.goto("/about");
  const choice = page.getByRole("checkbox", { name: "Use the key “/”" });
  await expect(choice).toBeChecked();
  await expect(suggestingField(page)).toHaveAttribute("aria-keyshortcuts", "/");
  await choice.uncheck();
  await page.keyboard.press("/");
  await expect(choice).toBeFocused();

  await page.goto(someFilm);
  await expect(suggestingField(page)).toBeVisible();
  await expect(suggestingField(page)).not.toHaveAttribute("aria-keyshortcuts");
  await page.keyboard.press("/");
  await expect(suggestingField(page)).not.toBeFocused();

  await page.goto("/about");
  await expect(choice).not.toBeChecked();
  await choice.check();
  await choice.blur();
  await page.keyboard.press("/");
  await expect(suggestingField(page)).toBeFocused();
});
