import { expectAccessible } from "./support/axe";
import { invented, someFilm } from "./support/films";
import { films, openForTyping, searchField, searchPath, source } from "./support/site";
import { expect, test } from "./support/test";

test("the trailer's player: axe finds nothing", async ({ page, standIn: _ }) => {
  const { id, title } = invented.whole;
  const body = '<html lang="en"><title>Trailer</title><main><h1>Trailer</h1></main></html>';
  await page.route(/youtube/, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`/movies/${id}`);
  await page.getByRole("link", { name: "Play trailer" }).click();
  await expect(page.getByTitle(`Trailer of ${title}`)).toBeVisible();
  await expectAccessible(page);
});

test("the skip link comes first and leads to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("from the start page to a film and back with the keyboard alone", async ({ page }) => {
  const tabTo = async (target: ReturnType<typeof searchField>, within: number) => {
    for (let presses = 0; presses < within; presses++) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    await expect(target).toBeFocused();
  };
  await openForTyping(page, "/");
  await tabTo(searchField(page), 5);
  await page.keyboard.type("godfather");
  await page.keyboard.press("Enter");
  await expect(source(page)).toContainText("for “godfather”");
  // Who types keeps the focus when the results come.
  await expect(searchField(page)).toBeFocused();

  const film = films(page).first().getByRole("link");
  const title = await film.innerText();
  // Past the rest of the header.
  await tabTo(film, 15);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await page.goBack();
  await expect(source(page)).toContainText("for “godfather”");
  await expect(searchField(page)).toHaveValue("godfather");
});

for (const path of [searchPath("the", { page: "2" }), someFilm]) {
  test(`where the focus is can be seen: ${path}`, async ({ page }) => {
    await page.goto(path);
    let stops = 0;
    // A film of which little is known has few.
    for (; stops < 8; stops++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      const focused = await page.screenshot({ animations: "disabled", caret: "hide" });
      const name = await page.evaluate(() => {
        const { activeElement } = document;
        (activeElement as HTMLElement).blur();
        return activeElement?.outerHTML.slice(0, 120);
      });
      const blurred = await page.screenshot({ animations: "disabled", caret: "hide" });
      expect(focused.equals(blurred), `the focus on ${name} can't be seen`).toBe(false);
    }
    expect(stops).toBeGreaterThanOrEqual(5);
  });
}
