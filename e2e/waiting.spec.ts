import { films, openForTyping, pagesNav, searchField, searchPath, source, unasked } from "./support/site";
import { searchFor } from "./support/stand-in";
import { expect, test } from "./support/test";

test("a slow search shows its skeleton at once, and the field stays usable", async ({ page, standIn }) => {
  const query = unasked("slow");
  await standIn.arrange(searchFor(query), { delayMs: 2000 });
  await openForTyping(page, searchPath("moon"));
  await searchField(page).fill(query);
  await searchField(page).press("Enter");
  const skeleton = page.locator("main > [aria-hidden=true]").filter({ has: page.locator("span") });
  await expect(skeleton).toBeVisible({ timeout: 500 });
  await expect(films(page).first()).toBeHidden();
  await searchField(page).fill("moon river");
  await expect(searchField(page)).toHaveValue("moon river");
  await expect(source(page)).toContainText("for “moon river”");
  await expect(skeleton).toBeHidden();
});

test("a link shows that its page is on the way", async ({ page }) => {
  await page.goto(searchPath("the"));
  await page.route("**/?query=the&page=2*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  const next = pagesNav(page).getByRole("link", { name: "Next" });
  await next.click();
  await expect(next.locator("[data-pending=true]")).toBeVisible();
  await expect(source(page)).toContainText("page 2 of");
});

test("paging moves the focus to the content, where Tab leads into the films", async ({ page }) => {
  await page.goto(searchPath("the"));
  await pagesNav(page).getByRole("link", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(source(page)).toContainText("page 2 of");
  await expect(page.getByRole("main")).toBeFocused();
});
