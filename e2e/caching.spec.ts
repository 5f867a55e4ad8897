import { places } from "./support/places";
import { expect, test } from "./support/test";

// A page with no-store is not kept for Back; one that may be answered from a cache would not be counted.
for (const { name, url } of places.filter(({ ownHeaders }) => !ownHeaders)) {
  test(`${name}: is asked for anew, and kept for Back`, async ({ request }) => {
    const response = await request.get(url);
    const cacheControl = response.headers()["cache-control"] ?? "";
    expect(cacheControl).not.toContain("no-store");
    expect(cacheControl).toMatch(/no-cache|max-age=0/);
    expect(cacheControl).not.toContain("s-maxage");
  });
}

test("what a page is made of is kept for good", async ({ page }) => {
  const headers: string[] = [];
  page.on("response", (response) => {
    if (/\/_next\/static\/.*\.(js|css)/.test(response.url()))
      headers.push(response.headers()["cache-control"] ?? "");
  });
  await page.goto("/");
  expect(headers).not.toEqual([]);
  for (const header of headers) expect(header).toMatch(/max-age=31536000.*immutable/);
});

// Browsers ask for the first whatever the page says.
for (const path of ["/favicon.ico", "/icon.svg", "/tmdb.svg"]) {
  test(`${path} is there`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toMatch(/^image\//);
  });
}
