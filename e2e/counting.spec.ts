import { filmOf, searchFor } from "./support/stand-in";
import {
  films,
  hitNumber,
  openForTyping,
  pagesNav,
  searchField,
  searchPath,
  source,
  unasked,
} from "./support/site";
import { expect, test } from "./support/test";

test("the first answer is from TMDB, every other one is the next hit", async ({ page }) => {
  const path = searchPath(unasked("first"));
  await page.goto(path);
  await expect(source(page)).toContainText(/From TMDB · fetched (just now|\d+ seconds? ago)/);
  await page.reload();
  await expect(source(page)).toContainText("From cache, hit 1 ");
  await page.reload();
  await expect(source(page)).toContainText("From cache, hit 2 ");
  await expect(source(page)).toContainText(/fetched (just now|\d+ seconds? ago)/);
});

test("the API tells how old an answer is, and whether it was a hit, in its headers too", async ({
  request,
}) => {
  const path = `/api/movies?query=${encodeURIComponent(unasked("headers"))}`;
  const told = async () => {
    const { "cache-status": status, age, etag } = (await request.get(path)).headers();
    return { status, age: Number(age ?? NaN), etag };
  };
  const [first, again] = [await told(), await told()];
  expect(first.status).toContain("fwd=miss");
  expect(again.status).toContain("hit");
  expect(again.etag).toBe(first.etag);
  for (const { age } of [first, again]) expect(age).toBeLessThan(60);
});

test("a search from the form is one answer, as a full load is", async ({ page }) => {
  const query = unasked("both");
  await openForTyping(page, "/");
  await searchField(page).fill(query);
  // The start page may come from TMDB too.
  await expect(source(page)).toContainText(`for “${query}”`);
  await expect(source(page)).toContainText("From TMDB");
  await page.goto(searchPath(query));
  await expect(source(page)).toContainText("From cache, hit 1 ");
  await openForTyping(page, "/");
  await searchField(page).fill(query);
  await searchField(page).press("Enter");
  await expect(source(page)).toContainText("From cache, hit 2 ");
});

test("other spellings are the same query", async ({ page }) => {
  const query = unasked("Spelling");
  await page.goto(searchPath(query));
  await expect(source(page)).toContainText("From TMDB");
  await page.goto(
    searchPath(`  ${query.toUpperCase().replace(" ", "   ")} `, { page: "1", utm_source: "mail" }),
  );
  await expect(source(page)).toContainText("From cache, hit 1 ");
});

test("one window costs one request to TMDB", async ({ page, standIn }) => {
  const query = unasked("window");
  for (const visit of [0, 1, 2]) {
    await page.goto(searchPath(query));
    expect(await hitNumber(page)).toBe(visit);
  }
  expect(await standIn.requests(searchFor(query))).toBe(1);
});

test("pointing at links asks for nothing", async ({ page }) => {
  // Its own language makes it a search that no other test counts.
  const path = searchPath("the", { language: "en-CA" });
  await page.goto(path);
  const before = await hitNumber(page);
  const requested: string[] = [];
  page.on("request", (request) => {
    if (["fetch", "document"].includes(request.resourceType())) requested.push(request.url());
  });
  for (const link of [
    ...(await pagesNav(page).getByRole("link").all()),
    ...(await films(page).getByRole("link").all()),
  ]) {
    await link.hover();
  }
  await page.waitForTimeout(500);
  expect(requested).toEqual([]);
  await page.goto(path);
  expect(await hitNumber(page)).toBe(before + 1);
});

test("a film's page is counted once, by a link and by a load", async ({ page, standIn }) => {
  await page.goto(searchPath("casablanca"));
  const link = films(page).first().getByRole("link");
  const id = Number(/\d+$/.exec((await link.getAttribute("href")) ?? "")?.[0]);
  await link.click();
  await expect(page).toHaveURL(`/movies/${id}`);
  const first = await hitNumber(page);
  await page.reload();
  expect(await hitNumber(page)).toBe(first + 1);
  expect(await standIn.requests(filmOf(id))).toBe(1);
});
