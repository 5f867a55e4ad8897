import type { Page } from "@playwright/test";

import { expectAccessible } from "./support/axe";
import { invented, wellKnownFilm } from "./support/films";
import { films, searchPath, source } from "./support/site";
import { filmOf, OUTAGE } from "./support/stand-in";
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

/** A term of the film's facts with its value. */
const fact = (page: Page, term: string) =>
  page
    .getByRole("main")
    .locator("dl > div")
    .filter({ has: page.getByRole("term").getByText(term, { exact: true }) });
const whereToWatch = (page: Page) => page.getByRole("region", { name: "Where to watch" });

test("everything that TMDB knows of a film is there", async ({ page, standIn: _ }) => {
  const { id, originalTitle, overview } = invented.whole;
  await page.goto(`/movies/${id}`);
  const main = page.getByRole("main");
  const said = [originalTitle, "Somebody has to light them.", overview, "2 h 7 min", "Drama", "Fantasy"];
  for (const text of [...said, "1,234 votes"]) await expect(main.getByText(text)).toBeVisible();
  await expect(main.getByRole("listitem").filter({ hasText: "PG-13" })).toHaveText(
    "Age rating (United States): PG-13",
  );
  for (const [term, value] of [
    ["Director", "Ines Example"],
    ["Writer", "Ines Example"],
    ["Production", "Paul Example"],
    ["Cinematography", "Cleo Example"],
    ["Music", "Max Example"],
    ["Editing", "Eva Example"],
    ["Released (United States)", "June 14, 2019"],
    ["Original language", "German"],
    ["Spoken languages", "German and English"],
    ["Countries", "Germany and Ireland"],
    ["Budget", "$12,000,000"],
    ["Revenue", "$34,500,000"],
  ] as const) {
    await expect(fact(page, term).getByRole("definition"), term).toHaveText(value);
  }
  await expect(fact(page, "Status")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Cast" }).getByRole("listitem")).toHaveText([
    /Ann Example.*The Lamplighter/,
    /北野 見本.*A Lamp/,
    /Cher/,
  ]);
});

test("where to watch a film, with credit to who knows it", async ({ page, standIn: _ }) => {
  const { id } = invented.whole;
  await page.goto(`/movies/${id}`);
  const offers = whereToWatch(page);
  for (const [term, providers] of [
    ["Stream", ["Lampstream"]],
    ["Rent", ["Rent-a-Reel"]],
    ["Buy", ["Rent-a-Reel", "Shelf & Sons"]],
  ] as const) {
    await expect(fact(page, term).getByRole("listitem")).toHaveText([...providers]);
  }
  await expect(fact(page, "Free")).toHaveCount(0);
  const credit = offers.getByRole("link", { name: /JustWatch/ });
  await expect(credit).toHaveAttribute("href", `https://www.themoviedb.org/movie/${id}/watch?locale=US`);
  await expect(credit).toHaveAttribute("rel", /noreferrer/);
  const logo = offers.locator("img").first();
  await logo.scrollIntoViewIfNeeded();
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("another region has its own certificate, date and offers, and is remembered", async ({
      page,
      standIn: _,
    }) => {
      const path = `/movies/${invented.whole.id}`;
      await page.goto(path);
      const region = whereToWatch(page).getByRole("combobox", { name: "Region" });
      await expect(region.getByRole("option")).toHaveText(["Germany", "United States"]);
      await expect(region).toHaveValue("US");
      await region.selectOption("Germany");
      await whereToWatch(page).getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(`${path}?region=DE#watch`);

      const expectGermany = async () => {
        await expect(region).toHaveValue("DE");
        await expect(fact(page, "Free").getByRole("listitem")).toHaveText(["Leuchtkanal"]);
        await expect(fact(page, "Stream")).toHaveCount(0);
        await expect(fact(page, "Released (Germany)")).toContainText("May 30, 2019");
        await expect(
          page.getByRole("listitem").filter({ hasText: "Age rating (Germany): 12" }),
        ).toBeVisible();
      };
      await expectGermany();
      await page.goto(path);
      await expectGermany();
    });
  });
}

test("the way on: other sites, the collection and the people", async ({ page, standIn: _ }) => {
  const { id } = invented.whole;
  await page.goto(`/movies/${id}`);
  for (const [name, address] of [
    ["Homepage", "https://www.example.com/lamplighter"],
    ["IMDb", "https://www.imdb.com/title/tt9000001/"],
    ["TMDB", `https://www.themoviedb.org/movie/${id}`],
    ["Letterboxd", `https://letterboxd.com/tmdb/${id}`],
  ] as const) {
    const link = page.getByRole("region", { name: "More about this film" }).getByRole("link", { name });
    await expect(link).toHaveAttribute("href", address);
    await expect(link).toHaveAttribute("rel", /noreferrer/);
  }
  const collection = page.getByRole("region", { name: "Collection" });
  await expect(collection).toContainText("The Quill Bay Collection");
  await expect(collection.getByRole("link")).toHaveAttribute(
    "href",
    "https://www.themoviedb.org/collection/900100",
  );
  await expect(fact(page, "Editing").getByRole("link")).toHaveAttribute("href", "/people/13");
  await page.getByRole("region", { name: "Cast" }).getByRole("link", { name: "Ann Example" }).click();
  await expect(page).toHaveURL("/people/1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ann Example");
});

test.describe("sharing", () => {
  const share = (page: Page) => page.getByRole("button", { name: "Share" });

  /** Arranges what the browser can do: in some, nothing of it. */
  const canDo = (page: Page, ways: { share?: "takes" | "fails"; copy?: "takes" | "fails" }) =>
    page.addInitScript(({ share, copy }) => {
      const shared: unknown[] = [];
      const way = (does?: string) => (given: unknown) => {
        shared.push(given);
        return does === "fails" ? Promise.reject(new DOMException("", "NotAllowedError")) : Promise.resolve();
      };
      const clipboard = { writeText: way(copy) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard });
      if (share === undefined) Reflect.deleteProperty(Navigator.prototype, "share");
      else Object.defineProperty(navigator, "share", { value: way(share) });
      Object.assign(window, { shared });
    }, ways);
  const shared = (page: Page) => page.evaluate(() => (window as unknown as { shared: unknown[] }).shared);

  test("copies the address where the system can't share, and says so", async ({ page, request, baseURL }) => {
    const { path } = await wellKnownFilm(request);
    await canDo(page, {});
    await page.goto(`${path}?region=DE`);
    await share(page).click();
    await expect(page.getByText("Address copied")).toBeVisible();
    expect(await shared(page)).toEqual([`${baseURL}${path}`]);
  });

  test("leaves it to the system that can", async ({ page, request, baseURL }) => {
    const { path, title } = await wellKnownFilm(request);
    await canDo(page, { share: "takes" });
    await page.goto(path);
    await share(page).click();
    await expect.poll(() => shared(page)).toEqual([{ title, url: `${baseURL}${path}` }]);
    await expect(page.getByText("Address copied")).toBeHidden();
  });

  test("says when neither works", async ({ page, request }) => {
    await canDo(page, { share: "fails", copy: "fails" });
    await page.goto((await wellKnownFilm(request)).path);
    await share(page).click();
    await expect(page.getByText("The address could not be copied")).toBeVisible();
    expect(await shared(page)).toHaveLength(2);
  });
});

test.describe("for search engines and where links are shared", () => {
  const jsonLd = async (page: Page) =>
    JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as object;
  const meta = (page: Page, name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`);

  test("a film says what it is: one address for all regions, the certificate of the region asked for", async ({
    page,
    standIn: _,
    baseURL,
  }) => {
    const { id, title, overview } = invented.whole;
    await page.goto(`/de/movies/${id}?region=DE`);
    const address = `${baseURL}/de/movies/${id}`;
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", address);
    await expect(page.locator('link[hreflang="ar"]')).toHaveAttribute("href", `${baseURL}/ar/movies/${id}`);
    await expect(page.locator('link[hreflang="x-default"]')).toHaveAttribute(
      "href",
      `${baseURL}/movies/${id}`,
    );
    for (const [name, content] of [
      ["description", overview],
      ["og:title", `${title} (2019)`],
      ["og:type", "video.movie"],
      ["og:url", address],
      ["og:locale", "de_DE"],
      ["og:image", /^https?:\/\/.*\/w780\/poster-/],
      ["twitter:card", "summary"],
      ["twitter:image", /\/w780\/poster-/],
    ] as const) {
      await expect(meta(page, name), name).toHaveAttribute("content", content);
    }
    expect(await jsonLd(page)).toMatchObject({
      "@type": "Movie",
      url: address,
      name: title,
      duration: "PT2H7M",
      contentRating: "12",
      director: [{ name: "Ines Example" }],
      aggregateRating: { ratingValue: 7.9, ratingCount: 1234 },
    });
  });

  test("markup in a title stays a title", async ({ page, standIn: _ }) => {
    const { id, title, overview } = invented.markup;
    await page.goto(`/movies/${id}`);
    expect(await jsonLd(page)).toMatchObject({ name: title, description: overview });
    await expect(meta(page, "og:title")).toHaveAttribute("content", title);
  });

  test("no such film, and one that can't be asked for, are not for the index", async ({ page, standIn }) => {
    const id = 1_800_000_000 + Math.floor(Math.random() * 1e8);
    await standIn.arrange(filmOf(id), OUTAGE);
    for (const path of ["/movies/999999999", `/movies/${id}`]) {
      await page.goto(path);
      await expect(meta(page, "robots").first(), path).toHaveAttribute("content", /noindex/);
    }
  });
});

test("the poster comes first, and pictures further down when they are near", async ({ page, request }) => {
  const { path, title } = await wellKnownFilm(request);
  await page.goto(path);
  const poster = page.getByRole("img", { name: `Poster of ${title}` });
  await expect(poster).toHaveAttribute("fetchpriority", "high");
  await expect(poster).toHaveAttribute("loading", "eager");
  const others = page.getByRole("main").locator("section img");
  await expect(others).not.toHaveCount(0);
  for (const image of await others.all()) await expect(image).toHaveAttribute("loading", "lazy");
});

test("the keyboard reaches everything, in the order of the page", async ({ page, standIn: _ }) => {
  await page.goto(`/movies/${invented.whole.id}`);
  // It waits until the list is known.
  await expect(
    page
      .getByRole("main")
      .getByRole("button", { name: /^Watchlist/ })
      .first(),
  ).toBeEnabled();
  await page.getByRole("main").focus();
  const reached: string[] = [];
  const inMain = () =>
    page.evaluate(() => document.activeElement?.closest("main section, main > div") !== null);
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (!(await inMain())) break;
    reached.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return element instanceof HTMLSelectElement ? "Region" : element.innerText.trim();
      }),
    );
  }
  expect(reached.slice(0, 19)).toEqual([
    "Play trailer",
    "Watchlist",
    "Share",
    "Region",
    "Show",
    "Offers from JustWatch, by way of TMDB",
    ...["Ines", "Ines", "Paul", "Cleo", "Max", "Eva"].map((name) => `${name} Example`),
    ...["Ann Example", "北野 見本", "Cher"],
    "All its films on TMDB",
    ...["Homepage", "IMDb", "TMDB"],
  ]);
  // Letterboxd, and on every card its link and its bookmark.
  expect(reached).toHaveLength(20 + 2 * (await page.getByRole("article").count()));
});

test("the page in Arabic runs from right to left", async ({ page, standIn: _ }) => {
  const { id, title } = invented.whole;
  await page.goto(`/ar/movies/${id}`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  const poster = await page.getByRole("img", { name: `ملصق \u2068${title}\u2069` }).boundingBox();
  const heading = await page.getByRole("heading", { level: 1 }).locator("bdi").boundingBox();
  expect(heading && heading.x + heading.width).toBeLessThan(poster?.x ?? 0);
  await expect(page.getByRole("region", { name: "أين تشاهده" })).toContainText("Lampstream");
  await expectAccessible(page);
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

  await page.unroute("**/w*/**");
  await poster.evaluate((image: HTMLImageElement) => {
    const { src } = image;
    image.removeAttribute("srcset");
    image.src = src;
  });
  await expect(poster).toBeVisible();
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

  test("the trailer is a link to its site, and nothing offers to share", async ({ page, request }) => {
    await page.goto((await wellKnownFilm(request)).path);
    await expect(page.getByRole("button", { name: "Share" })).toBeHidden();
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
  await expect(whereToWatch(page)).toContainText("Region United States");
  await expect(whereToWatch(page)).toContainText("JustWatch knows no offer of this film in this region yet.");
  await expect(page.getByRole("region", { name: "Collection" })).toHaveCount(0);
  await expect(main).not.toContainText(/null|undefined|NaN|Invalid|\(\)/);
});

test("a long title in place of a poster is cut off at its end", async ({ page, standIn: _ }) => {
  await page.goto(`/movies/${invented.longTitle.id}`);
  const poster = page.getByRole("main").locator("[data-title]").first();
  // What the style sheet writes has no box that could be asked for.
  expect(await poster.evaluate((element) => getComputedStyle(element).alignItems)).toBe("safe center");
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

test("a title in place of a poster runs in its own direction", async ({ page, standIn: _ }) => {
  await page.goto(`/ar/movies/${invented.bare.id}`);
  const poster = page.getByRole("main").locator("[data-title]").first();
  const direction = await poster.evaluate((element) => getComputedStyle(element, "::before").unicodeBidi);
  expect(direction).toBe("plaintext");
  await expect(poster).not.toHaveAttribute("dir");
});

test("a title that runs from right to left does so", async ({ page, standIn: _ }) => {
  await page.goto(`/movies/${invented.rightToLeft.id}`);
  await expect(page.getByRole("heading", { level: 1 }).locator("bdi")).toHaveCSS("direction", "rtl");
  await expect(page.getByText(invented.rightToLeft.overview)).toHaveCSS("direction", "rtl");
  await expect(page.locator("html")).toHaveCSS("direction", "ltr");
});
