import type { Page } from "@playwright/test";

import { expectAccessibleAsShown } from "./support/axe";
import { openFront, type Front } from "./support/front";
import { films, hitNumber, openForTyping, searchField, searchPath, unasked } from "./support/site";
import { expect, test as base } from "./support/test";

const test = base.extend<{ front: Front }>({
  // Asked for with the stand-in, since a site that is there already can't be cut off.
  front: async ({ standIn: _ }, provide) => {
    const front = await openFront();
    await provide(front);
    await front.cut();
  },
});

/** Opens a page and waits until the service worker keeps what it shows without a network. */
async function openAndKeep(page: Page, address: string, offlinePage = "/offline"): Promise<void> {
  await page.goto(address);
  const isKept = () => page.evaluate(async (kept) => Boolean(await caches.match(kept)), offlinePage);
  await expect.poll(isKept).toBe(true);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The paths of all that is kept. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

test("without a network a page says so, and comes when it is tried again", async ({ page, front }) => {
  await openAndKeep(page, `${front.url}/`);
  await front.cut();
  await page.goto(`${front.url}${searchPath("the")}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  await front.mend();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(films(page)).not.toHaveCount(0);
  await expect(page).toHaveURL(`${front.url}${searchPath("the")}`);
});

for (const [language, title, direction] of [
  ["de", "Du bist offline", "ltr"],
  ["fr", "Vous êtes hors ligne", "ltr"],
  ["es", "No tienes conexión", "ltr"],
  ["ar", "أنت غير متصل", "rtl"],
] as const) {
  test(`it says so in the language of the visitor: ${language}`, async ({ page, front }) => {
    await openAndKeep(page, `${front.url}/${language}/watchlist`, `/${language}/offline`);
    await front.cut();
    for (const path of [`/${language}/movies/7`, "/movies/7"]) {
      await page.goto(`${front.url}${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator("html")).toHaveAttribute("dir", direction);
    }
  });
}

test("the watchlist is there without a network, with its posters, and can be changed", async ({
  page,
  front,
  context,
}) => {
  await openAndKeep(page, `${front.url}/`);
  const title = await films(page).first().getByRole("link").innerText();
  const toggle = page.getByRole("button", { name: /^Watchlist: / }).first();
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await page.goto(`${front.url}/watchlist`);
  await expect(films(page)).toHaveCount(1);
  await expect.poll(async () => (await keptPaths(page)).some((path) => path.includes("poster"))).toBe(true);

  await front.cut();
  await context.setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${front.url}/watchlist`);
  const film = page.getByRole("article", { name: title });
  await expect(film).toBeVisible();
  await expect
    .poll(() => film.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await film.getByRole("button").click();
  await expect(page.getByRole("status")).toHaveText("Films on the list: 0");
});

test("without a network typing leaves the results as they are", async ({ page, front, context }) => {
  await openAndKeep(page, `${front.url}/`);
  await openForTyping(page, `${front.url}${searchPath("the")}`);
  const count = await films(page).count();
  await front.cut();
  await context.setOffline(true);
  await searchField(page).fill("matrix");
  await page.waitForTimeout(1000);
  await expect(films(page)).toHaveCount(count);
  await expect(page).toHaveURL(`${front.url}${searchPath("the")}`);
});

test("with a network every visit is asked of the server, once, and counted", async ({ page, front }) => {
  await openAndKeep(page, `${front.url}/watchlist`);
  const path = searchPath(unasked("the"));
  for (let visit = 0; visit < 3; visit++) {
    await page.goto(`${front.url}${path}`);
    expect(await hitNumber(page)).toBe(visit);
  }
  expect(front.asked.filter((asked) => asked === path)).toHaveLength(3);
  const before = front.asked.length;
  await page.goto(`${front.url}/watchlist`);
  await expect(page.getByRole("status")).toHaveText("Films on the list: 0");
  expect(front.asked.slice(before)).toContain("/watchlist");
});

test("it keeps two pages with their files, and neither answers of the API nor errors", async ({
  page,
  front,
}) => {
  await openAndKeep(page, `${front.url}/`);
  await page.goto(`${front.url}${searchPath("the")}`);
  await page.goto(`${front.url}/movies/999999999`);
  await page.evaluate(() => fetch("/api/movies?query=the").then((response) => response.json()));
  const kept = await keptPaths(page);
  expect(kept.filter((path) => !/^\/_next\/static\/|\.(svg|ico|png)$/.test(path)).sort()).toEqual([
    "/offline",
    "/watchlist",
  ]);
  expect(kept.some((path) => path.startsWith("/_next/static/"))).toBe(true);
});

test("the worker of a new release takes over at the next visit, and clears up", async ({
  page,
  front,
  request,
}) => {
  await openAndKeep(page, `${front.url}/`);
  await page.evaluate(() => caches.open("of an older release"));
  const worker = await (await request.get("/sw.js")).text();
  const telling =
    'self.addEventListener("message", ({ ports: [port] }) => port?.postMessage("the new one"));';
  front.replace("/sw.js", `${worker}\n${telling}\n`);

  const isNew = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => resolve(data);
          setTimeout(() => resolve("no answer"), 500);
          navigator.serviceWorker.controller?.postMessage({}, [port2]);
        }),
    );
  expect(await isNew()).toBe("no answer");
  await page.reload();
  await expect.poll(isNew).toBe("the new one");
  await expect.poll(() => page.evaluate(() => caches.has("of an older release"))).toBe(false);

  // What the old one kept still stands.
  await front.cut();
  await page.goto(`${front.url}/watchlist`);
  await expect(page.getByRole("status")).toHaveText("Films on the list: 0");
});

test("the page without a network: axe finds nothing, and it fits into a phone", async ({ page }) => {
  for (const path of ["/offline", "/ar/offline"]) {
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessibleAsShown(page);
    }
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test("the page without a network is shown in the theme that was chosen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  for (const [theme, background] of [
    ["System", "rgb(247, 244, 238)"],
    ["Dark", "rgb(17, 18, 22)"],
    ["High contrast", "rgb(0, 0, 0)"],
    ["Light", "rgb(247, 244, 238)"],
  ] as const) {
    await page.goto("/watchlist");
    await page.getByRole("combobox", { name: "Theme" }).selectOption(theme);
    await page.goto("/offline");
    await expect(page.locator("body"), theme).toHaveCSS("background-color", background);
  }
  await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(247, 244, 238)");
});

test("the worker is asked for anew, not taken from a cache", async ({ request }) => {
  const { "cache-control": cacheControl, "content-type": type } = (await request.get("/sw.js")).headers();
  expect(cacheControl).toMatch(/no-cache|max-age=0/);
  expect(type).toMatch(/javascript/);
});
