import type { Locator, Page } from "@playwright/test";

import { expectAccessible } from "./support/axe";
import { someFilm } from "./support/films";
import { expectToLook } from "./support/looks";
import {
  films,
  openForTyping,
  pagesNav,
  searchField,
  searchPath,
  source,
  suggestingField,
  unasked,
} from "./support/site";
import { searchFor } from "./support/stand-in";
import { expect, test } from "./support/test";

// A service worker would fetch the fonts of the pictures by itself.
test.use({ serviceWorkers: "block" });

const skeletonOf = (page: Page): Locator =>
  page.locator("main > [aria-hidden=true]").filter({ has: page.locator("span") });

test("a slow search shows its skeleton at once, while the old page can be read and used", async ({
  page,
  standIn,
}) => {
  const query = unasked("slow");
  await standIn.arrange(searchFor(query), { delayMs: 4000 });
  await openForTyping(page, searchPath("moon"));
  const title = await films(page).first().getByRole("link").innerText();
  await searchField(page).fill(query);
  await searchField(page).press("Enter");
  await expect(skeletonOf(page)).toBeVisible({ timeout: 500 });
  await expect(films(page).first()).toBeInViewport();
  await expect(source(page)).toContainText("for “moon”");
  await expect(searchField(page)).toHaveValue(query);

  await films(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(skeletonOf(page)).toBeHidden();
});

/**
 * Holds back what the router asks for.
 *
 * @returns lets all of it go on, and whatever is asked for after it
 */
async function holdBack(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/*_rsc=*", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test("a slow search leaves the field usable", async ({ page, standIn: _ }) => {
  await openForTyping(page, searchPath("moon"));
  // However long the picture takes.
  const letGo = await holdBack(page);
  await searchField(page).fill(unasked("slow"));
  await searchField(page).press("Enter");
  await expect(skeletonOf(page)).toBeVisible();
  await expectToLook(page, "loading");
  await expectAccessible(page);
  await searchField(page).fill("moon river");
  letGo();
  await expect(searchField(page)).toHaveValue("moon river");
  await expect(source(page)).toContainText("for “moon river”");
  await expect(skeletonOf(page)).toBeHidden();
});

test("a slow search from another page shows the skeleton there", async ({ page, standIn }) => {
  const query = unasked("slow");
  await standIn.arrange(searchFor(query), { delayMs: 2000 });
  await page.goto(someFilm);
  await suggestingField(page).fill(query);
  await suggestingField(page).press("Enter");
  await expect(skeletonOf(page)).toBeVisible();
  await expect(page).toHaveURL(searchPath(query));
  await expect(skeletonOf(page)).toBeHidden();
});

/** Lets the form wait, and notes for 600 ms after how many of them the skeleton was to be seen, and how opaque it was. */
const watchSkeleton = (page: Page) =>
  skeletonOf(page).evaluate(async (skeleton) => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    document.querySelector("search form")?.setAttribute("aria-busy", "true");
    const begun = performance.now();
    let seenAfter = Infinity;
    const opacities = new Set<string>();
    while (performance.now() - begun < 600) {
      await frame();
      const card = skeleton.querySelector("span");
      if (!card || !skeleton.checkVisibility({ visibilityProperty: true })) continue;
      seenAfter = Math.min(seenAfter, performance.now() - begun);
      opacities.add(getComputedStyle(card).opacity);
    }
    return { seenAfter, opacities: [...opacities] };
  });

for (const reducedMotion of ["no-preference", "reduce"] as const) {
  test(`an answer that comes soon is not preceded by a skeleton: ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await openForTyping(page, searchPath("moon"));
    const { seenAfter } = await watchSkeleton(page);
    expect(seenAfter).toBeGreaterThan(100);
    expect(seenAfter).toBeLessThan(600);
  });
}

test("who wants no motion sees a skeleton that stands still", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openForTyping(page, searchPath("moon"));
  expect((await watchSkeleton(page)).opacities).toEqual(["1"]);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect((await watchSkeleton(page)).opacities.length).toBeGreaterThan(1);
});

for (const path of ["/", searchPath("moon")]) {
  test(`the region that tells of the results stays the same from ${path} on`, async ({ page, standIn }) => {
    const query = unasked("slow");
    await standIn.arrange(searchFor(query), { delayMs: 1000 });
    await openForTyping(page, path);
    await source(page).evaluate((region) => (region.dataset.seen = "before"));
    await searchField(page).fill(query);
    await searchField(page).press("Enter");
    await expect(skeletonOf(page)).toBeVisible();
    await expect(source(page)).toBeVisible();
    await expect(source(page)).toContainText(`for “${query}”`);
    await expect(source(page)).toHaveAttribute("data-seen", "before");
  });
}

/** Holds back what the router asks for. */
const slowDown = (page: Page) =>
  page.route("**/*_rsc=*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });

for (const [name, path, find] of [
  ["another page of a list", searchPath("the"), (page) => pagesNav(page).getByRole("link", { name: "Next" })],
  ["the header", someFilm, (page) => page.getByRole("banner").getByRole("link", { name: "Discover" })],
  ["the logo", someFilm, (page) => page.getByRole("banner").getByRole("link", { name: "Movies viewer" })],
  ["the footer", "/", (page) => page.getByRole("contentinfo").getByRole("link", { name: "About" })],
  [
    "a way out of a list that has ended",
    searchPath("matrix", { page: "499" }),
    (page) => page.getByRole("main").getByRole("link", { name: /^page \d+$/ }),
  ],
  ["a whole list", "/", (page) => page.getByRole("link", { name: "See all: Popular" })],
  [
    "a genre",
    "/",
    (page) => page.getByRole("list", { name: "Genres" }).getByRole("link", { name: "Western" }),
  ],
  [
    "a choice to take back",
    "/discover?genre=37",
    (page) => page.getByRole("link", { name: "Remove filter: Western" }),
  ],
  ["a film of somebody", "/people/1", (page) => page.getByRole("listitem").getByRole("link").first()],
] as const satisfies readonly (readonly [string, string, (page: Page) => Locator])[]) {
  test(`a link shows that its page is on the way: ${name}`, async ({ page, standIn: _ }) => {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const link = find(page);
    await link.scrollIntoViewIfNeeded();
    await slowDown(page);
    await link.click();
    const mark = link.locator("[data-pending=true]");
    await expect(mark).toBeInViewport();
    const [around, within] = [await link.boundingBox(), await mark.boundingBox()];
    expect(within?.x).toBeGreaterThanOrEqual((around?.x ?? Infinity) - 1);
    expect(within?.width).toBeLessThanOrEqual((around?.width ?? 0) + 1);
    expect(within?.y).toBeGreaterThanOrEqual(around?.y ?? Infinity);
    expect((within?.y ?? Infinity) + (within?.height ?? 0)).toBeLessThanOrEqual(
      (around?.y ?? 0) + (around?.height ?? 0) + 1,
    );
  });
}

test("who wants no motion sees a mark that stands still", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(searchPath("the"));
  await page.waitForLoadState("networkidle");
  await slowDown(page);
  const next = pagesNav(page).getByRole("link", { name: "Next" });
  await next.click();
  const opacities = await next.locator("[data-pending=true]").evaluate(async (mark) => {
    const seen = new Set<string>();
    for (let frames = 0; frames < 10; frames++) {
      await new Promise(requestAnimationFrame);
      seen.add(getComputedStyle(mark).opacity);
    }
    return [...seen];
  });
  expect(opacities).toEqual(["1"]);
});

test("paging moves the focus to the content, where Tab leads into the films", async ({ page }) => {
  await page.goto(searchPath("the"));
  await pagesNav(page).getByRole("link", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(source(page)).toContainText("page 2 of");
  await expect(page.getByRole("main")).toBeFocused();
});
