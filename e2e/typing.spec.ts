import type { Page } from "@playwright/test";

import { someFilm } from "./support/films";
import { searchFor } from "./support/stand-in";
import {
  askedQueries,
  films,
  openForTyping,
  queryOf,
  searchField,
  searchPath,
  source,
  unasked,
} from "./support/site";
import { expect, test } from "./support/test";

/** Opens the start page in a browser whose clock only moves when it is told to. */
async function openWithStoppedClock(page: Page): Promise<string[]> {
  await page.clock.install();
  await openForTyping(page, "/");
  await page.clock.pauseAt(Date.now() + 60_000);
  return askedQueries(page);
}

test("a query runs 300 ms after typing stops", async ({ page }) => {
  const asked = await openWithStoppedClock(page);
  await searchField(page).fill("lon");
  await page.clock.runFor(200);
  await searchField(page).fill("long");
  await page.clock.runFor(290);
  expect(asked).toEqual([]);
  await page.clock.runFor(20);
  await page.clock.resume();
  await expect(source(page)).toContainText("for “long”");
  expect(asked).toEqual(["long"]);
});

test("two characters do not run, not even after a longer query", async ({ page }) => {
  const asked = await openWithStoppedClock(page);
  await searchField(page).fill("sea");
  await searchField(page).fill("se");
  await page.clock.runFor(5000);
  await searchField(page).fill("  s  ");
  await page.clock.runFor(5000);
  expect(asked).toEqual([]);
  expect(new URL(page.url()).search).toBe("");
});

test("Enter runs at once, whatever the length", async ({ page }) => {
  const asked = await openWithStoppedClock(page);
  await searchField(page).fill("it");
  await searchField(page).press("Enter");
  await expect.poll(() => asked).toEqual(["it"]);
  await page.clock.resume();
  await expect(source(page)).toContainText("for “it”");
  await expect(page).toHaveURL(searchPath("it"));
});

test("Enter and the pause after it are one question", async ({ page }) => {
  await openForTyping(page, "/");
  const asked = askedQueries(page);
  await searchField(page).pressSequentially("king", { delay: 20 });
  await searchField(page).press("Enter");
  await expect(source(page)).toContainText("for “king”");
  await searchField(page).press("Enter");
  await page.waitForTimeout(600);
  expect(asked).toEqual(["king"]);
});

test("the URL follows by replace", async ({ page }) => {
  await openForTyping(page, "/");
  const before = await page.evaluate(() => history.length);
  for (const query of ["gold", "golden", "golden eye"]) {
    await searchField(page).fill(query);
    await expect(source(page)).toContainText(`for “${query}”`);
    expect(queryOf(page)).toBe(query);
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
});

/** Opens a page whose scripts do not come before they are let through. */
async function openBeforeItsScript(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return release;
}

test("typing before the page's script has come is not lost", async ({ page }) => {
  const release = await openBeforeItsScript(page, "/");
  await searchField(page).fill("early");
  release();
  await expect(source(page)).toContainText("for “early”");
  await expect(page).toHaveURL(searchPath("early"));
});

test("typing before the script has come, where films are offered, leaves the page where it is", async ({
  page,
}) => {
  const release = await openBeforeItsScript(page, someFilm);
  await searchField(page).fill("godfather");
  release();
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(someFilm);
  await expect(page.getByRole("option").first()).toBeVisible();
});

test("who follows a link within the pause stays there", async ({ page }) => {
  const asked = await openWithStoppedClock(page);
  await searchField(page).fill("long");
  const film = films(page).first().getByRole("link");
  const title = await film.innerText();
  await film.click();
  await page.clock.runFor(5000);
  await page.clock.resume();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  expect(asked).toEqual([]);
});

test("a word that is still being composed is not asked for", async ({ page, context }) => {
  const asked = await openWithStoppedClock(page);
  await searchField(page).focus();
  const keyboard = await context.newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "hok", selectionStart: 3, selectionEnd: 3 });
  await expect(searchField(page)).toHaveValue("hok");
  await page.clock.runFor(5000);
  expect(asked).toEqual([]);
  await keyboard.send("Input.insertText", { text: "北海道" });
  await page.clock.runFor(400);
  await expect.poll(() => asked).toEqual(["北海道"]);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true });

  test("a search that was sent takes the keyboard off the screen", async ({ page }) => {
    await openForTyping(page, "/");
    await searchField(page).fill("moon");
    await searchField(page).press("Enter");
    await expect(searchField(page)).not.toBeFocused();
    await expect(source(page)).toContainText("for “moon”");
    await expect(page.getByRole("main")).toBeFocused();
  });
});

test("an answer that arrives late never overwrites a newer one", async ({ page, standIn }) => {
  const [slow, quick] = [unasked("slow"), unasked("quick")];
  await standIn.arrange(searchFor(slow), { delayMs: 3000 });
  await openForTyping(page, "/");
  const late = page.waitForResponse((response) => new URL(response.url()).searchParams.get("query") === slow);
  late.catch(() => "it was broken off, which is as good");
  await searchField(page).fill(slow);
  await searchField(page).press("Enter");
  await expect.poll(() => standIn.requests(searchFor(slow))).toBe(1);

  await searchField(page).fill(quick);
  await searchField(page).press("Enter");
  await expect(source(page)).toContainText(`for “${quick}”`, { timeout: 2900 });

  await Promise.race([late, page.waitForTimeout(3500)]).catch(() => undefined);
  await page.waitForTimeout(300);
  await expect(source(page)).toContainText(`for “${quick}”`);
  await expect(searchField(page)).toHaveValue(quick);
  expect(queryOf(page)).toBe(quick);
});

test("an answer leaves alone what has been typed meanwhile", async ({ page, standIn }) => {
  const query = unasked("star");
  await standIn.arrange(searchFor(query), { delayMs: 800 });
  await openForTyping(page, "/");
  await searchField(page).fill(query);
  await expect.poll(() => standIn.requests(searchFor(query))).toBe(1);
  await searchField(page).pressSequentially(" and more", { delay: 150 });
  await expect(searchField(page)).toHaveValue(`${query} and more`);
  await expect(source(page)).toContainText(`for “${query} and more”`);
  await expect(searchField(page)).toHaveValue(`${query} and more`);
  await expect(films(page)).toHaveCount(0);
});
