import { expectAccessible } from "./support/axe";
import { someFilm } from "./support/films";
import { films, searchPath, source } from "./support/site";
import { expect, test } from "./support/test";

const PAGES = {
  de: { direction: "ltr", heading: "Finde einen Film", name: "Deutsch" },
  fr: { direction: "ltr", heading: "Trouvez un film", name: "Français" },
  es: { direction: "ltr", heading: "Encuentra una película", name: "Español" },
  ar: { direction: "rtl", heading: "ابحث عن فيلم", name: "العربية" },
} as const;

for (const [code, { direction, heading, name }] of Object.entries(PAGES)) {
  test(`the start page in ${name}`, async ({ page }) => {
    const response = await page.goto(`/${code}`);
    expect(response?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(films(page)).not.toHaveCount(0);
    await expect(films(page).first().getByRole("link")).toHaveAttribute(
      "href",
      new RegExp(`^/${code}/movies/`),
    );
    await expectAccessible(page);
  });
}

test("links keep the language, and so does a search", async ({ page }) => {
  await page.goto("/de");
  await films(page).first().getByRole("link").click();
  await expect(page).toHaveURL(/\/de\/movies\/\d+$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByRole("combobox", { name: "Filme suchen" }).fill("matrix");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/de?query=matrix");
  await expect(source(page)).toContainText("„matrix“");
});

test("the same page is one click away in every language", async ({ page }) => {
  await page.goto(someFilm);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Deutsch" }).click();
  await expect(page).toHaveURL(`/de${someFilm}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.getByRole("navigation", { name: "Sprache" }).getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(someFilm);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("what another page of a search shows in another language is the same page", async ({ page }) => {
  await page.goto(searchPath("the", { page: "2" }));
  await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL("/fr?query=the&page=2");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test.describe("a browser that prefers German", () => {
  test.use({ locale: "de-AT" });

  test("is led to it once, and never against a choice", async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL("/de");
    await page.getByRole("navigation", { name: "Sprache" }).getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.goto("/");
    await expect(page).toHaveURL("/");
    await page.goto("/fr");
    await page.goto("/");
    await expect(page).toHaveURL("/fr");
  });

  test("stays in English where it went on from an English page, when it reloads too", async ({ page }) => {
    await page.goto(someFilm);
    await page.getByRole("link", { name: "Movies viewer" }).click();
    await expect(page).toHaveURL("/");
    await page.reload();
    await expect(page).toHaveURL("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.goto("/");
    await expect(page).toHaveURL("/");
  });

  test("gets every other page in the language of its address", async ({ page }) => {
    await page.goto(someFilm);
    await expect(page).toHaveURL(someFilm);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("an address that does not exist says so in its language", async ({ page }) => {
  const response = await page.goto("/de/nichts/hier");
  expect(response?.status()).toBe(404);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hier gibt es nichts");
});
