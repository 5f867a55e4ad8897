import { chromium } from "@playwright/test";

import { BROWSER } from "../../e2e/support/browser";
import { freePort } from "../../local/free-port";
import { personIdOf } from "../../local/tmdb/catalogue/credits";
import { buildWithEmptyRoute, removeCopy } from "../http/build";
import { serve, serveCopy } from "../http/serve";
import { audit, type Audit } from "./audit";
import { buildEmptyApp, EMPTY_FOLDER, removeEmptyApp } from "./empty-app";
import { weigh, type Weight } from "./weigh";

interface PageRow {
  readonly name: string;
  readonly path: string;
  /** Whether search engines may list it. */
  readonly indexed: boolean;
  readonly weight: Weight;
  readonly audit: Audit;
}

export interface PagesResult {
  readonly runs: number;
  /** Whose images the pages may load. */
  readonly imageHost: string;
  readonly empty: PageRow;
  readonly rows: readonly PageRow[];
}

const RUNS = 5;

const PAGES = [
  { name: "start page", path: "/", indexed: true },
  { name: "search", path: "/?query=star", indexed: false },
  { name: "film", path: "/movies/1100", indexed: true },
  { name: "person", path: `/people/${personIdOf("Christopher Nolan")}`, indexed: true },
  { name: "list", path: "/lists/popular", indexed: true },
  { name: "discover", path: "/discover", indexed: true },
  { name: "watchlist", path: "/watchlist", indexed: false },
  { name: "about", path: "/about", indexed: true },
] as const;

/**
 * Weighs every kind of page and has Lighthouse look at it, beside a page with nothing on it that the same Next has
 * built and the same machine serves.
 */
export async function measurePages(say: (line: string) => void): Promise<PagesResult> {
  say("Pages: building the app, and one of an empty page");
  await buildWithEmptyRoute();
  await buildEmptyApp();
  const product = await serveCopy();
  const empty = await serve(EMPTY_FOLDER, {}, "/");
  const port = await freePort();
  const browser = await chromium.launch({
    ...BROWSER,
    args: [...BROWSER.args, `--remote-debugging-port=${port}`],
  });
  try {
    const row = async (site: string, page: Omit<PageRow, "weight" | "audit">): Promise<PageRow> => {
      say(`Pages: ${page.name}`);
      const url = `${site}${page.path}`;
      // Once before, so that what TMDB answers is in the cache as it is for nearly every visitor.
      await weigh(browser, url);
      return {
        ...page,
        weight: await weigh(browser, url),
        audit: await audit(url, port, RUNS, page.indexed),
      };
    };
    const rows: PageRow[] = [];
    const emptyRow = await row(empty.url, { name: "an empty page", path: "/", indexed: true });
    for (const page of PAGES) rows.push(await row(product.url, page));
    return { runs: RUNS, imageHost: product.imageHost, empty: emptyRow, rows };
  } finally {
    await browser.close();
    await empty.close();
    await product.close();
    await removeEmptyApp();
    await removeCopy();
  }
}
