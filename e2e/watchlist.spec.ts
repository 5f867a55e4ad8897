import { readFile } from "node:fs/promises";

import type { Locator, Page } from "@playwright/test";

import { expectAccessible } from "./support/axe";
import { invented } from "./support/films";
import { films, searchPath } from "./support/site";
import { expect, test } from "./support/test";

const toggles = (page: Page): Locator => page.getByRole("button", { name: /^Watchlist: / });
const status = (page: Page): Locator => page.getByRole("status");

/** Puts the first films of a page on the list, one after the other, and answers their titles. */
async function putFirst(page: Page, count: number): Promise<string[]> {
  const titles: string[] = [];
  for (let place = 0; place < count; place++) {
    const film = films(page).nth(place);
    await toggles(page).nth(place).click();
    await expect(toggles(page).nth(place)).toHaveAttribute("aria-pressed", "true");
    titles.push(await film.getByRole("link").innerText());
  }
  return titles;
}

test("a film that is put on the list is there after a reload, on every page, and newest first", async ({
  page,
}) => {
  await page.goto(searchPath("the"));
  const [first = "", second = ""] = await putFirst(page, 2);
  await page.reload();
  await expect(toggles(page).nth(1)).toHaveAttribute("aria-pressed", "true");
  await expect(toggles(page).nth(2)).toHaveAttribute("aria-pressed", "false");

  await films(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(first);
  const button = page.getByRole("button", { name: `Watchlist: ${first}`, exact: true }).first();
  await expect(button).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("banner").getByRole("link", { name: "Watchlist" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Watchlist" })).toBeVisible();
  await expect(status(page)).toHaveText("Films on the list: 2");
  await expect(films(page).getByRole("link")).toHaveText([second, first]);
});

test("a film that is taken off is gone, and the keyboard goes on from there", async ({ page }) => {
  await page.goto("/");
  const [, second = ""] = await putFirst(page, 2);
  await page.goto("/watchlist");
  await expect(films(page)).toHaveCount(2);
  await toggles(page).first().focus();
  await page.keyboard.press("Enter");
  await expect(films(page)).toHaveCount(1);
  await expect(page.getByRole("article", { name: second })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Export" })).toBeFocused();

  await toggles(page).click();
  await expect(page.getByRole("heading", { name: "There is nothing on your list yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeDisabled();
});

test("two tabs show the same list", async ({ page, context }) => {
  await page.goto("/");
  const other = await context.newPage();
  await other.goto("/watchlist");
  await expect(status(other)).toHaveText("Films on the list: 0");
  await putFirst(page, 1);
  await expect(status(other)).toHaveText("Films on the list: 1");
  await toggles(other).click();
  await expect(toggles(page).first()).toHaveAttribute("aria-pressed", "false");
});

test("the list goes into a file and comes out of it in another browser", async ({ page, browser }) => {
  await page.goto("/");
  const titles = await putFirst(page, 3);
  await page.goto("/watchlist");
  await page.evaluate(() => {
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (address) => {
      document.title = "revoked";
      revoke(address);
    };
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("watchlist.json");
  // A browser that reads the file a little later finds it.
  await expect(page).toHaveTitle(/^Watchlist/);
  const file = {
    name: "watchlist.json",
    mimeType: "application/json",
    buffer: await readFile(await download.path()),
  };
  expect(JSON.parse(file.buffer.toString())).toMatchObject({ format: "movies-viewer-watchlist", version: 1 });

  const elsewhere = await browser.newPage();
  await elsewhere.goto(new URL("/", page.url()).href);
  await putFirst(elsewhere, 1);
  await elsewhere.goto(page.url());
  await elsewhere.getByLabel("Import").setInputFiles(file);
  await expect(status(elsewhere)).toHaveText("Films on the list: 3 · Films added: 2");
  for (const title of titles) await expect(films(elsewhere).getByRole("link", { name: title })).toBeVisible();
  await elsewhere.getByLabel("Import").setInputFiles(file);
  await expect(status(elsewhere)).toHaveText("Films on the list: 3 · Films added: 0");

  const buffer = Buffer.from(file.buffer.toString().replace('"version": 1', '"version": 2'));
  await elsewhere.getByLabel("Import").setInputFiles({ ...file, buffer });
  await expect(status(elsewhere)).toContainText("That file is no watchlist of this site");
  await expect(films(elsewhere)).toHaveCount(3);

  // What an import has said is gone with the next change, also with an import that is not kept.
  await toggles(elsewhere).first().click();
  await expect(status(elsewhere)).toHaveText("Films on the list: 2");
  await elsewhere.getByLabel("Import").setInputFiles(file);
  await expect(status(elsewhere)).toHaveText("Films on the list: 3 · Films added: 1");
  await elsewhere.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
  });
  await elsewhere.getByLabel("Import").setInputFiles(file);
  await expect(elsewhere.getByRole("alert").filter({ hasText: "no more room" })).toBeVisible();
  await expect(status(elsewhere)).toHaveText("Films on the list: 3");
  await elsewhere.close();
});

test("a browser that forbids storage is told, and nothing looks as if it were kept", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Forbidden", "SecurityError");
    };
  });
  await page.goto("/");
  await toggles(page).first().click();
  const alert = page.getByRole("alert").filter({ hasText: "Not kept: this browser does not let the site" });
  await expect(alert).toBeVisible();
  await expectAccessible(page);
  await expect(toggles(page).first()).toHaveAttribute("aria-pressed", "false");
  await alert.getByRole("button", { name: "Close" }).click();
  await expect(alert).toBeHidden();

  await page.goto("/watchlist");
  await expect(page.getByRole("heading", { name: "Your list can’t be read" })).toBeVisible();
});

test.describe("without a service worker, which would fetch it again by itself", () => {
  test.use({ serviceWorkers: "block" });

  test("what keeps the list does not load: that is told, and no browser is blamed", async ({
    page,
    complaints,
  }) => {
    await page.route("**/_next/static/**/*.js*", async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes("createObjectStore")) await route.abort();
      else await route.fulfill({ response });
    });
    await page.goto("/");
    await toggles(page).first().click();
    const alert = page.getByRole("alert").filter({ hasText: "Not kept: the site can’t be reached" });
    await expect(alert).toBeVisible();
    await expect(toggles(page).first()).toHaveAttribute("aria-pressed", "false");
    // The browser's own line on the file that did not come.
    expect(complaints.splice(0).every((line) => line.includes("Failed to load resource"))).toBe(true);
  });
});

test("a full disk is told, and leaves the list as it was", async ({ page }) => {
  await page.goto("/");
  await putFirst(page, 1);
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
  });
  await toggles(page).nth(1).click();
  await expect(page.getByRole("alert").filter({ hasText: "no more room" })).toBeVisible();
  await expect(toggles(page).nth(1)).toHaveAttribute("aria-pressed", "false");
  await expect(toggles(page).first()).toHaveAttribute("aria-pressed", "true");
});

test("a page reads the list once, however many cards it has", async ({ page }) => {
  await page.addInitScript(() => {
    const { getAll } = IDBIndex.prototype;
    const reads: unknown[] = [];
    Object.assign(window, { reads });
    IDBIndex.prototype.getAll = function (...asked) {
      reads.push(asked);
      return getAll.apply(this, asked);
    };
  });
  await page.goto(searchPath("the"));
  await expect(toggles(page).last()).toBeEnabled();
  expect(await toggles(page).count()).toBeGreaterThan(10);
  expect(await page.evaluate(() => (window as unknown as { reads: unknown[] }).reads.length)).toBe(1);
});

test("a title is only a title, on a button and on the list", async ({ page, standIn: _ }) => {
  const { title } = invented.markup;
  await page.goto(searchPath("zyxmark"));
  await putFirst(page, 1);
  await page.goto("/watchlist");
  await expect(page.getByRole("article", { name: title })).toBeVisible();
  await expect(page.getByRole("button", { name: `Watchlist: ${title}` })).toBeVisible();
});

test("axe finds nothing, and everything fits into a phone", async ({ page }) => {
  await page.goto("/");
  await putFirst(page, 2);
  await page.goto("/watchlist");
  await expect(films(page)).toHaveCount(2);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goto("/ar/watchlist");
  await expect(films(page)).toHaveCount(2);
  await expectAccessible(page);
});

test("buttons have the size of a finger", async ({ page }) => {
  await page.goto("/");
  const box = await toggles(page).first().boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(44);
  expect(box?.height).toBeGreaterThanOrEqual(44);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says why it has no list, and no film has a button that does nothing", async ({ page }) => {
    await page.goto("/watchlist");
    await expect(page.getByText("can only be shown with JavaScript")).toBeVisible();
    await page.goto("/");
    await expect(films(page)).not.toHaveCount(0);
    await expect(toggles(page)).toHaveCount(0);
  });
});
