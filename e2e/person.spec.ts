import type { Page } from "@playwright/test";

import { expectAccessible } from "./support/axe";
import { invented } from "./support/films";
import { source } from "./support/site";
import { OUTAGE, personOf } from "./support/stand-in";
import { expect, test } from "./support/test";
import { leadingActor } from "./support/whole-film";

const path = `/people/${leadingActor.id}`;
const allFilms = (page: Page) => page.getByRole("region", { name: "All films" });
const meta = (page: Page, name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`);

test("everything that TMDB knows of a person is there", async ({ page, standIn: _ }) => {
  const response = await page.goto(path);
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle("Ann Example · Movies viewer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ann Example");
  await expect(page.getByRole("img", { name: "Portrait of Ann Example" })).toBeVisible();
  await expect(source(page)).toContainText(/From (TMDB|cache)/);
  const facts = page.getByRole("main").locator("dl > div");
  await expect(facts).toHaveText([
    "Known forActing",
    /^BornJanuary 2, 1970 \(\d\d years old\)$/,
    "Place of birthQuill Bay",
  ]);
  await expect(page.getByRole("region", { name: "Biography" }).getByRole("paragraph")).toHaveText(
    leadingActor.biography.split("\n\n"),
  );
  for (const [name, address] of [
    ["Homepage", leadingActor.homepage],
    ["IMDb", "https://www.imdb.com/name/nm0000001/"],
    ["TMDB", "https://www.themoviedb.org/person/1"],
  ] as const) {
    const link = page.getByRole("region", { name: "More about this person" }).getByRole("link", { name });
    await expect(link).toHaveAttribute("href", address);
    await expect(link).toHaveAttribute("rel", /noreferrer/);
  }
});

test("their films stand by year with their roles, and lead to the films", async ({ page, standIn: _ }) => {
  await page.goto(path);
  await expect(allFilms(page).getByRole("heading", { level: 3 })).toHaveText(["Date unknown", "2019"]);
  await expect(allFilms(page).getByRole("listitem")).toHaveText([
    `${invented.announced.title} The Keeper`,
    `${invented.whole.title} The Lamplighter`,
  ]);
  await allFilms(page).getByRole("link", { name: invented.whole.title }).click();
  await expect(page).toHaveURL(`/movies/${invented.whole.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(invented.whole.title);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ann Example");
});

test("what they did is said in the visitor's language", async ({ page, standIn: _ }) => {
  await page.goto("/de/people/9");
  await expect(page.getByRole("region", { name: "Alle Filme" }).getByRole("listitem")).toHaveText([
    `${invented.whole.title} Regie, Drehbuch`,
  ]);
  await expect(page.getByRole("definition")).toHaveText(["Regie"]);
});

test("a person of whom little is known", async ({ page, standIn: _ }) => {
  await page.goto("/people/2");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("北野 見本");
  const main = page.getByRole("main");
  await expect(main).toContainText("TMDB has no biography of this person in this language yet.");
  await expect(main.getByRole("term")).toHaveText(["Known for"]);
  await expect(main).not.toContainText(/null|undefined|NaN|Invalid|\(\)/);
});

for (const nowhere of ["/people/999999999", "/people/abc", "/people/0", "/de/people/999999999"]) {
  test(`${nowhere} is a 404 that can be read, and not for the index`, async ({ page }) => {
    const response = await page.goto(nowhere);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      nowhere.startsWith("/de/") ? "Diese Person gibt es nicht" : "There is no such person",
    );
    await expect(meta(page, "robots").first()).toHaveAttribute("content", /noindex/);
  });
}

test("a person who can't be asked for is not said to be missing", async ({ page, standIn }) => {
  const id = 1_900_000_000 + Math.floor(Math.random() * 1e8);
  await standIn.arrange(personOf(id), OUTAGE);
  const response = await page.goto(`/people/${id}`);
  expect(response?.status()).toBe(502);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("link", { name: "Retry" })).toHaveAttribute("href", `/people/${id}`);
  await expect(meta(page, "robots").first()).toHaveAttribute("content", /noindex/);
});

test("search engines and others are told who it is", async ({ page, standIn: _, baseURL }) => {
  await page.goto(path);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", `${baseURL}${path}`);
  await expect(page.locator('link[hreflang="de"]')).toHaveAttribute("href", `${baseURL}/de${path}`);
  for (const [name, content] of [
    ["description", leadingActor.biography.replace(/\s+/g, " ")],
    ["og:type", "profile"],
    ["og:title", "Ann Example"],
    ["og:image", /^https?:\/\/.*\/h632\/profile-1/],
    ["twitter:card", "summary"],
  ] as const) {
    await expect(meta(page, name), name).toHaveAttribute("content", content);
  }
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({
    "@type": "Person",
    name: "Ann Example",
    birthDate: "1970-01-02",
    url: `${baseURL}${path}`,
  });
});

test("the page in Arabic runs from right to left", async ({ page, standIn: _ }) => {
  await page.goto(`/ar${path}`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  const portrait = await page.getByRole("img", { name: "صورة \u2068Ann Example\u2069" }).boundingBox();
  const name = await page.getByRole("heading", { level: 1 }).locator("bdi").boundingBox();
  expect(name && name.x + name.width).toBeLessThan(portrait?.x ?? 0);
  await expectAccessible(page);
});

test("the keyboard reaches every film and link", async ({ page, standIn: _ }) => {
  await page.goto(path);
  await page.getByRole("main").focus();
  const reached: string[] = [];
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim()));
  }
  expect(reached).toEqual([invented.announced.title, invented.whole.title, "Homepage", "IMDb", "TMDB"]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a person's films are one click away", async ({ page, standIn: _ }) => {
    await page.goto(path);
    await allFilms(page).getByRole("link", { name: invented.whole.title }).click();
    await expect(page).toHaveURL(`/movies/${invented.whole.id}`);
    await page.getByRole("region", { name: "Cast" }).getByRole("link", { name: "Ann Example" }).click();
    await expect(page).toHaveURL(path);
  });
});
