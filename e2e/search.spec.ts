import { films, openForTyping, pagesNav, queryOf, searchField, searchPath, source } from "./support/site";
import { expect, test } from "./support/test";

test("the start page has a form and the films of the week", async ({ page }) => {
  await page.goto("/");
  await expect(searchField(page)).toHaveValue("");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Find a film");
  await expect(page.getByRole("region", { name: "Trending this week" }).getByRole("article")).not.toHaveCount(
    0,
  );
  await expect(pagesNav(page)).toHaveCount(0);
});

test("each film is an article in a list, named by its title", async ({ page }) => {
  await page.goto(searchPath("matrix"));
  const film = films(page).first();
  const title = await film.getByRole("link").innerText();
  expect(title).toMatch(/matrix/i);
  await expect(film).toHaveAccessibleName(title);
  await expect(film.getByRole("heading", { level: 3 })).toHaveText(title);
});

test("a list that fits on one page has no page links", async ({ page }) => {
  await page.goto(searchPath("the matrix reloaded"));
  await expect(films(page)).not.toHaveCount(0);
  await expect(pagesNav(page)).toHaveCount(0);
});

test("a longer list has page links, and marks the page one is on", async ({ page }) => {
  await page.goto(searchPath("the", { page: "2" }));
  const nav = pagesNav(page);
  await expect(nav.locator("[aria-current]")).toHaveCount(1);
  await expect(nav.getByRole("link", { name: "Page 2", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );

  await nav.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(searchPath("the", { page: "3" }));
  await expect(source(page)).toContainText("page 3 of");
  await expect(nav.getByRole("link", { name: "Page 3", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await nav.getByRole("link", { name: "Previous" }).click();
  await expect(source(page)).toContainText("page 2 of");
});

test("a shared link shows what it showed to the one who shared it", async ({ page, context }) => {
  await openForTyping(page, "/");
  await searchField(page).fill("Blue  moon");
  await expect(page).toHaveURL(searchPath("Blue moon"));
  await expect(source(page)).toContainText("for “Blue moon”");
  const titles = await films(page).getByRole("link").allInnerTexts();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(searchField(other)).toHaveValue("Blue moon");
  expect(await films(other).getByRole("link").allInnerTexts()).toEqual(titles);
});

test("Back, Forward and reload give the same page, with its query in the field", async ({ page }) => {
  await openForTyping(page, searchPath("star"));
  await searchField(page).fill("night");
  await expect(source(page)).toContainText("for “night”");
  const film = films(page).first();
  const title = await film.getByRole("link").innerText();
  await film.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);

  const isNight = async () => {
    await expect(source(page)).toContainText("for “night”");
    await expect(searchField(page)).toHaveValue("night");
    await expect(film.getByRole("link")).toHaveText(title);
    expect(queryOf(page)).toBe("night");
  };
  await page.goBack();
  await isNight();
  await page.reload();
  await isNight();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await page.goBack();
  await isNight();
});

test("the field follows Back and Forward between two searches", async ({ page }) => {
  await page.goto(searchPath("moon"));
  await page.goto(searchPath("river"));
  await openForTyping(page, searchPath("river", { page: "2" }));
  await searchField(page).fill("half typed, never sent");
  await page.goBack();
  await expect(searchField(page)).toHaveValue("river");
  await page.goBack();
  await expect(searchField(page)).toHaveValue("moon");
  await page.goForward();
  await expect(searchField(page)).toHaveValue("river");
});

test("emptying the field and sending it leads back to the start page", async ({ page }) => {
  await openForTyping(page, searchPath("moon"));
  await searchField(page).fill("");
  await searchField(page).press("Enter");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("region", { name: "Trending this week" })).toBeVisible();
});
