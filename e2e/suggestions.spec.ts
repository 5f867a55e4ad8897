import { expectAccessibleInBothThemes } from "./support/axe";
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
  await expectAccessibleInBothThemes(page);

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
});

test("searches that were sent are offered again, and can be cleared", async ({ page }) => {
  await page.goto("/");
  await searchField(page).fill("moon");
  await searchField(page).press("Enter");
  await expect(source(page)).toContainText("for “moon”");
  await searchField(page).fill("only typed");
  await expect(source(page)).toContainText("for “only typed”");

  await page.goto("/");
  const recent = page.getByRole("group", { name: "Recent searches" });
  await expect(recent).toHaveCount(0);
  await searchField(page).focus();
  await expect(recent.getByRole("button")).toHaveText(["moon", "Clear recent searches"]);
  await recent.getByRole("button", { name: "moon" }).click();
  await expect(page).toHaveURL(searchPath("moon"));
  await expect(source(page)).toContainText("for “moon”");

  await page.goto("/");
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
