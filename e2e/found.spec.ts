import { asAskedHere, baseUrl, isDeployed, keylessUrl } from "./support/addresses";
import { searchPath } from "./support/site";
import { expect, NEEDS_STAND_IN, test } from "./support/test";

const LANGUAGES = ["en", "de", "fr", "es", "ar"];

/** The addresses of a sitemap. */
const locations = (sitemap: string): string[] =>
  [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);

test("the sitemap lists pages that are there, each in every language", async ({ request }) => {
  const response = await request.get("/sitemap.xml");
  expect(response.headers()["content-type"]).toMatch(/^application\/xml/);
  expect(response.headers()["cache-control"]).toBe("no-cache");
  const sitemap = asAskedHere(await response.text());
  const pages = locations(sitemap);
  expect(pages).toContain(`${baseUrl}/`);
  expect(pages).toContain(`${baseUrl}/lists/popular`);
  const films = pages.filter((page) => page.startsWith(`${baseUrl}/movies/`));
  expect(films.length).toBeGreaterThan(10);
  for (const page of [`${baseUrl}/`, ...films]) {
    const path = page.slice(baseUrl.length);
    for (const language of ["de", "fr", "es", "ar"]) {
      expect(pages).toContain(`${baseUrl}/${language}${path === "/" ? "" : path}`);
    }
  }
  expect(new Set(pages).size).toBe(pages.length);
  for (const language of [...LANGUAGES, "x-default"]) {
    expect(sitemap.split(`hreflang="${language}"`)).toHaveLength(pages.length + 1);
  }
  expect(sitemap).toContain(`hreflang="de" href="${films[0]?.replace(baseUrl, `${baseUrl}/de`)}"`);

  // Of the films one stands for all.
  for (const page of pages.filter((one) => one === films[0] || !one.includes("/movies/"))) {
    expect((await request.get(page)).status(), page).toBe(200);
  }
});

test("without TMDB the sitemap still lists the other pages", async ({ request }) => {
  test.skip(isDeployed, NEEDS_STAND_IN);
  const response = await request.get(`${keylessUrl}/sitemap.xml`);
  expect(response.status()).toBe(200);
  const pages = locations(await response.text());
  expect(pages).toContain(`${keylessUrl}/discover`);
  expect(pages.filter((page) => page.includes("/movies/"))).toEqual([]);
});

test("robots.txt names the sitemap, and keeps crawlers from what is counted", async ({ request }) => {
  const lines = asAskedHere(await (await request.get("/robots.txt")).text()).split("\n");
  expect(lines).toContain(`Sitemap: ${baseUrl}/sitemap.xml`);
  for (const path of ["/api/", "/?", "/de?", "/ar?"]) expect(lines).toContain(`Disallow: ${path}`);
  expect(lines).toContain("Allow: /");
});

test("search results and the watchlist are in no index, the start page is", async ({ page }) => {
  const robots = page.locator('meta[name="robots"]');
  for (const path of [searchPath("matrix"), "/watchlist"]) {
    await page.goto(path);
    await expect(robots).toHaveAttribute("content", /noindex/);
  }
  await page.goto("/");
  await expect(robots).toHaveCount(0);
});

test("the start page says what this site is, and names no address that robots.txt forbids", async ({
  page,
}) => {
  for (const prefix of ["", "/de"]) {
    await page.goto(prefix || "/");
    const text = await page.locator('script[type="application/ld+json"]').textContent();
    const said = asAskedHere(text ?? "");
    expect(JSON.parse(said)).toMatchObject({
      "@type": "WebSite",
      name: "Movies viewer",
      url: `${baseUrl}${prefix || "/"}`,
    });
    expect(said).not.toContain("?");
  }
  await page.goto(searchPath("matrix"));
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
});

for (const [accepted, shortName, name, url] of [
  ["en", "Movies", "Watchlist", "/watchlist"],
  ["de-AT, en;q=0.5", "Filme", "Merkliste", "/de/watchlist"],
] as const) {
  test(`the manifest for ${accepted} has what it takes to be installed`, async ({ request }) => {
    const response = await request.get("/manifest.webmanifest", { headers: { "Accept-Language": accepted } });
    expect(response.headers()["content-type"]).toMatch(/^application\/manifest\+json/);
    expect(response.headers()["cache-control"]).toBe("no-cache");
    const manifest = (await response.json()) as {
      icons: { src: string; sizes: string; purpose?: string }[];
    };
    expect(manifest).toMatchObject({ name: "Movies viewer", start_url: "/", display: "standalone" });
    expect(manifest).toMatchObject({ short_name: shortName });
    expect(manifest).toMatchObject({ shortcuts: expect.arrayContaining([{ name, url }]) as unknown });
    expect(manifest.icons.map(({ sizes, purpose = "any" }) => `${sizes} ${purpose}`)).toEqual([
      "192x192 any",
      "512x512 any",
      "512x512 maskable",
    ]);
    for (const { src, sizes } of manifest.icons) {
      const icon = await (await request.get(src)).body();
      // Width and height stand in the header of a PNG.
      expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
    }
  });
}

test("a page names the manifest, the icon for a home screen and its colours", async ({ page, request }) => {
  await page.goto("/");
  await expect(page.locator('link[rel="manifest"]')).toHaveAttribute("href", /^\/manifest\.webmanifest/);
  await expect(page.locator('meta[name="theme-color"]')).toHaveCount(2);
  const icon = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  expect((await request.get(icon ?? "")).headers()["content-type"]).toBe("image/png");
});

test("pages say where they are shared from, in the language and region that they are written in", async ({
  page,
}) => {
  for (const [path, locale] of [
    ["/", "en_US"],
    ["/de/lists/popular?page=2", "de_DE"],
    ["/fr/discover?genre=37", "fr_FR"],
    ["/about", "en_US"],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('meta[property="og:locale"]'), path).toHaveAttribute("content", locale);
    if (path === "/") continue;
    const url = await page.locator('meta[property="og:url"]').getAttribute("content");
    expect(asAskedHere(url ?? ""), path).toBe(`${baseUrl}${path}`);
  }
});
