import { films, pagesNav, queryOf, searchButton, searchField, searchPath, source } from "./support/site";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("search, turn the page, open a film and come back", async ({ page }) => {
  await page.goto("/");
  await expect(films(page)).not.toHaveCount(0);
  await searchField(page).fill("the");
  await searchButton(page).click();
  await expect(page).toHaveURL(searchPath("the"));
  await expect(page).toHaveTitle(/^the · /);
  await expect(source(page)).toContainText(/films for “the”, page 1 of \d+/);
  await expect(films(page)).not.toHaveCount(0);

  await pagesNav(page).getByRole("link", { name: "Page 2", exact: true }).click();
  await expect(page).toHaveURL(searchPath("the", { page: "2" }));
  await expect(source(page)).toContainText("page 2 of");
  await expect(searchField(page)).toHaveValue("the");
  const second = await films(page).getByRole("link").allInnerTexts();

  await films(page).first().getByRole("link").click();
  await expect(page).toHaveURL(/\/movies\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(second[0] ?? "");
  await expect(page.getByRole("heading", { name: "Cast" })).toBeVisible();

  await page.goBack();
  await expect(source(page)).toContainText("page 2 of");
  expect(await films(page).getByRole("link").allInnerTexts()).toEqual(second);
});

test("Enter sends the form", async ({ page }) => {
  await page.goto("/");
  await searchField(page).fill("matrix");
  await searchField(page).press("Enter");
  await expect(source(page)).toContainText("for “matrix”");
  expect(queryOf(page)).toBe("matrix");
});

test("an empty form asks for nothing", async ({ page }) => {
  await page.goto("/");
  await searchButton(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Find a film");
  await expect(films(page)).not.toHaveCount(0);
});

for (const path of ["/movies/999999999", "/movies/abc", "/movies/0", "/movies/%ff", "/nothing/here"]) {
  test(`${path} is a 404 that can be read`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page).toHaveTitle(/^Not found · Movies viewer$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/There is (no such film|nothing here)/);
    await expect(page.getByRole("contentinfo")).toBeVisible();
    await page.getByRole("link", { name: "Search for a film" }).click();
    await expect(searchField(page)).toBeVisible();
  });
}
