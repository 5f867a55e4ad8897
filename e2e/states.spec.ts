import { setTimeout as sleep } from "node:timers/promises";

import type { Page } from "@playwright/test";

import { isDeployed, keylessUrl, SHORT_WINDOW_MS, shortWindowUrl } from "./support/addresses";
import { expectAccessible } from "./support/axe";
import { expectToLook } from "./support/looks";
import { films, openForTyping, pagesNav, searchField, searchPath, source, unasked } from "./support/site";
import { asksToWait, filmOf, OUTAGE, searchFor } from "./support/stand-in";
import { expect, NEEDS_STAND_IN, test } from "./support/test";

// A service worker would fetch the fonts of the pictures by itself.
test.use({ serviceWorkers: "block" });

const NOTHING_FOUND = /No film found/;
const problem = (page: Page) => page.getByRole("main").getByRole("alert");
const retry = (page: Page) => problem(page).getByRole("link", { name: "Retry" });

/** An outage must not look like an answer. */
async function expectNoAnswer(page: Page): Promise<void> {
  await expect(page.getByText(NOTHING_FOUND)).toHaveCount(0);
  await expect(films(page)).toHaveCount(0);
  await expect(source(page).filter({ hasText: /\S/ })).toHaveCount(0);
}

test("nothing found", async ({ page }) => {
  const query = unasked("qqzzxx");
  const response = await page.goto(searchPath(query));
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { name: `No film found for “${query}”` })).toBeVisible();
  await expect(source(page)).toContainText("0 films");
  await expect(source(page)).toContainText("From TMDB");
  await expect(pagesNav(page)).toHaveCount(0);
  await expect(problem(page)).toHaveCount(0);
});

test("a page past the end leads to the last one", async ({ page }) => {
  const response = await page.goto(searchPath("matrix", { page: "499" }));
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { name: "There is no page 499" })).toBeVisible();
  await expect(page.getByText(NOTHING_FOUND)).toHaveCount(0);
  await page.getByRole("link", { name: /^page \d+$/ }).click();
  await expect(films(page)).not.toHaveCount(0);
  await expect(searchField(page)).toHaveValue("matrix");
});

for (const [name, parameters, rule] of [
  ["page 0", { page: "0" }, "“page” must be a whole number from 1 to 500"],
  ["page 501", { page: "501" }, "“page” must be a whole number from 1 to 500"],
  ["a page that is no number", { page: "two" }, "“page” must be a whole number from 1 to 500"],
  ["a year that is none", { year: "12" }, "“Year” must be a whole number from 1870"],
] as const) {
  test(`${name} is refused in a sentence`, async ({ page }) => {
    const response = await page.goto(searchPath("matrix", parameters));
    expect(response?.status()).toBe(400);
    await expect(problem(page)).toContainText(rule);
    await expect(searchField(page)).toHaveValue("matrix");
    await expectNoAnswer(page);
  });
}

test("a query that is too long is refused in a sentence", async ({ page }) => {
  const response = await page.goto(searchPath("x".repeat(101)));
  expect(response?.status()).toBe(400);
  await expect(problem(page)).toContainText("“Search movies” must have 1 to 100 characters");
  await expectNoAnswer(page);
});

test("TMDB is out of order, and Retry works once it is back", async ({ page, standIn }) => {
  const query = unasked("outage");
  const repair = await standIn.arrange(searchFor(query), OUTAGE);
  const response = await page.goto(searchPath(query));
  expect(response?.status()).toBe(502);
  await expect(problem(page)).toContainText("TMDB can’t be reached");
  await expectNoAnswer(page);
  await expectAccessible(page);
  await expectToLook(page, "outage");

  await repair();
  // Failing calls are spaced out: for a moment the server does not ask again.
  await expect(async () => {
    await retry(page).click();
    await expect(source(page)).toContainText(/From TMDB/, { timeout: 1000 });
  }).toPass();
  await expect(searchField(page)).toHaveValue(query);
});

test("a search from the form says it too when TMDB can't be reached", async ({ page, standIn }) => {
  const query = unasked("dropped");
  await standIn.arrange(searchFor(query), { drop: true });
  await openForTyping(page, "/");
  await searchField(page).fill(query);
  await expect(problem(page)).toContainText("TMDB can’t be reached");
  await expect(page).toHaveURL(searchPath(query));
  await expect(searchField(page)).toHaveValue(query);
  await expectNoAnswer(page);

  await searchField(page).fill("matrix");
  await expect(films(page)).not.toHaveCount(0);
  await expect(problem(page)).toHaveCount(0);
});

test("TMDB takes too long", async ({ page, standIn }) => {
  const query = unasked("hanging");
  await standIn.arrange(searchFor(query), { hang: true });
  const response = await page.goto(searchPath(query));
  expect(response?.status()).toBe(504);
  await expect(problem(page)).toContainText("TMDB did not answer in time");
  await expectNoAnswer(page);
});

for (const [name, fault] of [
  ["is cut short", { truncate: true }],
  ["is no JSON", { status: 200, body: "<html></html>" }],
  ["is of another shape", { status: 200, body: '{"films":[]}' }],
] as const) {
  test(`an answer that ${name} is no empty list`, async ({ page, standIn }) => {
    const query = unasked("odd");
    await standIn.arrange(searchFor(query), fault);
    const response = await page.goto(searchPath(query));
    expect(response?.status()).toBe(502);
    await expect(retry(page)).toBeVisible();
    await expectNoAnswer(page);
  });
}

test("a film that can't be fetched is not said to be missing", async ({ page, standIn }) => {
  const id = 1_900_000_000 + Math.floor(Math.random() * 1e8);
  await standIn.arrange(filmOf(id), OUTAGE);
  const response = await page.goto(`/movies/${id}`);
  expect(response?.status()).toBe(502);
  await expect(problem(page)).toContainText("TMDB can’t be reached");
  await expect(page.getByText("no such film")).toHaveCount(0);
  await expect(retry(page)).toHaveAttribute("href", `/movies/${id}`);
});

test.describe("no key for TMDB", () => {
  test.skip(isDeployed, NEEDS_STAND_IN);

  for (const path of ["/", searchPath("matrix"), "/movies/1"]) {
    test(`${path} says so`, async ({ page }) => {
      const response = await page.goto(`${keylessUrl}${path}`);
      expect(response?.status()).toBe(503);
      await expect(problem(page)).toContainText("No key for TMDB");
      await expect(problem(page)).toContainText("TMDB_READ_KEY");
      await expectNoAnswer(page);
    });
  }
});

// A server that was asked to wait asks nothing until then, so these follow one another.
test.describe("with a short window", () => {
  test.describe.configure({ mode: "default" });

  test("a copy is shown while TMDB is out of order", async ({ page, standIn }) => {
    const url = `${shortWindowUrl}${searchPath("avatar")}`;
    await page.goto(url);
    const titles = await films(page).getByRole("link").allInnerTexts();
    expect(titles).not.toEqual([]);
    const repair = await standIn.arrange(searchFor("avatar"), OUTAGE);
    await sleep(SHORT_WINDOW_MS);

    const response = await page.reload();
    expect(response?.status()).toBe(200);
    await expect(source(page)).toContainText(
      /From cache, hit \d+ · fetched .* ago · TMDB can’t be asked right now/,
    );
    expect(await films(page).getByRole("link").allInnerTexts()).toEqual(titles);
    await expectAccessible(page);
    await expectToLook(page, "stale-copy");

    await repair();
    await expect(async () => {
      await page.reload();
      await expect(source(page)).toContainText("From TMDB", { timeout: 100 });
    }).toPass();
    await expect(source(page)).not.toContainText("can’t be asked");
  });

  test("TMDB asks to wait: the page counts down, and tries again by itself", async ({ page, standIn }) => {
    const query = unasked("busy");
    const relent = await standIn.arrange(searchFor(query), asksToWait(12));
    const response = await page.goto(`${shortWindowUrl}${searchPath(query)}`);
    // The server asks nothing until the time is over, whatever TMDB would say.
    await relent();
    expect(response?.status()).toBe(429);
    expect(response?.headers()["retry-after"]).toMatch(/^([1-9]|1[0-2])$/);
    await expect(problem(page)).toContainText("TMDB asks to wait");
    await expect(problem(page)).toContainText(/(a second|\d+ seconds) of patience/);
    await expect(problem(page)).toContainText(/This page tries again by itself in \d+ seconds?\./);
    await expectNoAnswer(page);
    await expectAccessible(page);
    await expectToLook(page, "tmdb-asks-to-wait", {
      mask: [page.getByText("This page tries again by itself")],
    });

    await expect(source(page)).toContainText("From TMDB", { timeout: 15_000 });
  });

  test("TMDB asks to wait again: the page does not try a second time by itself", async ({
    page,
    standIn,
  }) => {
    const query = unasked("busy twice");
    const match = searchFor(query);
    const relent = await standIn.arrange(match, asksToWait(2));
    await page.goto(`${shortWindowUrl}${searchPath(query)}`);
    await expect(problem(page)).toContainText("This page tries again by itself");
    await page.waitForEvent("load");
    await expect(problem(page)).toContainText("TMDB asks to wait");
    await page.waitForTimeout(1000);
    await expect(problem(page)).not.toContainText("tries again by itself");
    const sent = await standIn.requests(match);
    await page.waitForTimeout(3000);
    expect(await standIn.requests(match)).toBe(sent);

    await relent();
    await expect(async () => {
      await retry(page).click();
      await expect(source(page)).toContainText("From TMDB", { timeout: 1000 });
    }).toPass();
  });

  test("TMDB asks to wait, where the browser forbids storage: the visitor tries again", async ({
    page,
    standIn,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", {
        get: () => {
          throw new DOMException("Forbidden", "SecurityError");
        },
      });
    });
    const query = unasked("busy without storage");
    await standIn.arrange(searchFor(query), asksToWait(2));
    await page.goto(`${shortWindowUrl}${searchPath(query)}`);
    await page.waitForLoadState("networkidle");
    await expect(problem(page)).toContainText("TMDB asks to wait");
    await expect(problem(page)).not.toContainText("tries again by itself");
    await expect(retry(page)).toBeVisible();
  });
});

test("a page that fails in the browser says so, and is loaded again", async ({ page, complaints }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem("healed")) return;
    sessionStorage.setItem("healed", "yes");
    Object.defineProperty(Intl, "NumberFormat", { value: null });
  });
  await page.goto("/de/watchlist");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Etwas ist schiefgegangen");
  await expectAccessible(page);
  expect(complaints.splice(0)).not.toEqual([]);
  await page.getByRole("button", { name: "Erneut versuchen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Merkliste");
});
