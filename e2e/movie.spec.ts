import { invented, wellKnownFilm } from "./support/films";
import { films, searchPath, source } from "./support/site";
import { expect, test } from "./support/test";

const OF_A_VIDEO_SITE = /youtube|ytimg|vimeo|googlevideo|doubleclick/;
const NO_TRAILER = "the sample catalogue has no trailers";

test("a film's page shows the film", async ({ page, request }) => {
  const { path, title } = await wellKnownFilm(request);
  const response = await page.goto(path);
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(new RegExp(`^${title} \\(\\d{4}\\) · Movies viewer$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByRole("img", { name: `Poster of ${title}` })).toBeVisible();
  await expect(source(page)).toContainText(/From (TMDB|cache)/);
  await expect(page.getByRole("region", { name: "Facts" }).getByRole("term")).not.toHaveCount(0);
  await expect(page.getByRole("region", { name: "Cast" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Recommendations" }).getByRole("article")).not.toHaveCount(0);
});

test("everything that TMDB knows of a film is there", async ({ page, standIn: _ }) => {
  const { id, originalTitle, overview } = invented.whole;
  await page.goto(`/movies/${id}`);
  const main = page.getByRole("main");
  for (const text of [originalTitle, overview, "PG-13", "2 h 7 min", "Drama", "Fantasy", "1,234 votes"]) {
    await expect(main.getByText(text)).toBeVisible();
  }
  const fact = (term: string) =>
    main.locator("dl > div").filter({ has: page.getByRole("term").getByText(term, { exact: true }) });
  await expect(fact("Director")).toContainText("Ines Example");
  await expect(fact("Released")).toContainText("June 14, 2019");
  await expect(fact("Original language")).toContainText("German");
  await expect(fact("Budget")).toContainText("$12,000,000");
  await expect(fact("Revenue")).toContainText("$34,500,000");
  await expect(page.getByRole("region", { name: "Cast" }).getByRole("listitem")).toHaveText([
    /Ann Example.*The Lamplighter/,
    /北野 見本.*A Lamp/,
    /Cher/,
  ]);
});

test("a recommended film is one click away", async ({ page, request }) => {
  const { path, title } = await wellKnownFilm(request);
  await page.goto(path);
  const link = films(page).first().getByRole("link");
  const next = await link.innerText();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(next);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
});

test("a poster that does not load leaves the film's title in its place", async ({ page }) => {
  await page.route("**/w*/**", (route) =>
    route.request().resourceType() === "image"
      ? route.fulfill({ contentType: "image/jpeg", body: "no image" })
      : route.continue(),
  );
  await page.goto("/");
  const poster = page.getByRole("article").first().locator("img");
  await expect(poster).toBeHidden();
  const title = await page.getByRole("article").first().getByRole("heading").innerText();
  const behind = poster.locator("xpath=..");
  await expect(behind).toHaveAttribute("data-title", title);
  const content = await behind.evaluate((card) => getComputedStyle(card, "::before").content);
  expect(content).not.toBe("none");
});

test("nothing comes from a video site before the trailer is asked for", async ({ page, request }) => {
  const requested: string[] = [];
  await page.route(OF_A_VIDEO_SITE, async (route) => {
    requested.push(route.request().url());
    await route.fulfill({ contentType: "text/html", body: "<title>Trailer</title>" });
  });
  const { path, title } = await wellKnownFilm(request);
  await page.goto(path);
  const play = page.getByRole("link", { name: "Play trailer" });
  test.skip((await play.count()) === 0, NO_TRAILER);
  await play.hover();
  await page.waitForLoadState("networkidle");
  expect(requested).toEqual([]);

  await play.click();
  const player = page.getByTitle(`Trailer of ${title}`);
  await expect(player).toHaveAttribute(
    "src",
    /^https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]+\?autoplay=1$/,
  );
  await expect(player).toBeFocused();
  await expect.poll(() => requested.length).toBe(1);
  expect(requested[0]).toContain("www.youtube-nocookie.com");
  await expect(page).toHaveURL(path);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the trailer is a link to its site", async ({ page, request }) => {
    await page.goto((await wellKnownFilm(request)).path);
    const play = page.getByRole("link", { name: "Play trailer" });
    test.skip((await play.count()) === 0, NO_TRAILER);
    await expect(play).toHaveAttribute("href", /^https:\/\/www\.youtube\.com\//);
  });
});

test("a film of which only the title is known", async ({ page, standIn: _ }) => {
  const { id, title } = invented.bare;
  await page.goto(`/movies/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page).toHaveTitle(`${title} · Movies viewer`);
  const main = page.getByRole("main");
  await expect(main).toContainText("TMDB has no description of this film yet.");
  await expect(main).toContainText("TMDB lists no cast for this film yet.");
  await expect(main).toContainText("TMDB recommends nothing after this film yet.");
  await expect(main).toContainText("TMDB knows no more of this film yet.");
  await expect(main).not.toContainText(/null|undefined|NaN|Invalid|\(\)/);
});

test("markup in a film's texts is text", async ({ page, standIn: _ }) => {
  const { id, title, originalTitle, overview } = invented.markup;
  await page.goto(searchPath("zyxmark"));
  await expect(films(page).getByRole("link", { name: title })).toBeVisible();
  await films(page).getByRole("link", { name: title }).click();
  await expect(page).toHaveURL(`/movies/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page).toHaveTitle(`${title} · Movies viewer`);
  await expect(page.getByText(originalTitle)).toBeVisible();
  await expect(page.getByText(overview)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("a title that runs from right to left does so", async ({ page, standIn: _ }) => {
  await page.goto(`/movies/${invented.rightToLeft.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("direction", "rtl");
  await expect(page.getByText(invented.rightToLeft.overview)).toHaveCSS("direction", "rtl");
  await expect(page.locator("html")).toHaveCSS("direction", "ltr");
});
