import { expect, type Locator, type Page } from "@playwright/test";

/** The parts of a page by the names that visitors have for them. */
export const searchField = (page: Page): Locator => page.getByRole("searchbox", { name: "Search movies" });
/** The same field on a page where it offers films. */
export const suggestingField = (page: Page): Locator => page.getByRole("combobox", { name: "Search movies" });
export const searchButton = (page: Page): Locator => page.getByRole("button", { name: "Search" });
export const films = (page: Page): Locator => page.getByRole("list").getByRole("article");
export const pagesNav = (page: Page): Locator => page.getByRole("navigation", { name: "Pages" });
export const source = (page: Page): Locator => page.getByRole("status");

/** The address of a search. */
export function searchPath(query: string, parameters: Readonly<Record<string, string>> = {}): string {
  return `/?${new URLSearchParams({ query, ...parameters }).toString()}`;
}

/** What the current address asks for. */
export const queryOf = (page: Page): string | null => new URL(page.url()).searchParams.get("query");

/** A query that nobody has asked before; every page of it is counted from nothing. */
export const unasked = (words: string): string => `${words} ${crypto.randomUUID().slice(0, 8)}`;

/** Waits until React has taken a page of it over: before, nothing that is typed is heard, and a text that is not the server's is an error. */
export async function untilHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const texts = [...document.querySelectorAll("header input, main h1, main h2, main h3, main p")];
    const isOver = (element: Element) => Object.keys(element).some((key) => key.startsWith("__react"));
    return ![...document.scripts].some(({ src }) => src.includes("/_next/")) || texts.every(isOver);
  });
}

/** Opens a page and waits until its search form follows the typing. */
export async function openForTyping(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await untilHydrated(page);
}

/** The number of the hit that the page says it was; 0 for an answer from TMDB. */
export async function hitNumber(page: Page): Promise<number> {
  await expect(source(page)).toHaveText(/From TMDB|From cache, hit \d+/);
  const [, hit = "0"] = /hit (\d+)/.exec((await source(page).textContent()) ?? "") ?? [];
  return Number(hit);
}

/** The queries that a page asks the server about from now on, in their order. */
export function askedQueries(page: Page): string[] {
  const queries: string[] = [];
  page.on("request", (request) => {
    const query = new URL(request.url()).searchParams.get("query");
    if (query !== null && ["document", "fetch"].includes(request.resourceType())) queries.push(query);
  });
  return queries;
}
