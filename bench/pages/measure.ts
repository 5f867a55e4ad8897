import { chromium } from "@playwright/test";

import { BROWSER } from "../../e2e/support/browser";
import { freePort } from "../../local/free-port";
import { buildWithEmptyRoute, removeCopy } from "../http/build";
import { serve, serveCopy } from "../http/serve";
import { audit, type Audit } from "./audit";
import { buildEmptyApp, EMPTY_FOLDER, removeEmptyApp } from "./empty-app";
import { weigh, type Weight } from "./weigh";

export interface PageRow {
  readonly name: string;
  readonly path: string;
  readonly weight: Weight;
  readonly audit: Audit;
}

export interface PagesResult {
  readonly runs: number;
  readonly empty: PageRow;
  readonly rows: readonly PageRow[];
}

const RUNS = 5;

const PAGES = [
  { name: "start page", path: "/" },
  { name: "search", path: "/?query=star" },
  { name: "film", path: "/movies/1100" },
  { name: "discover", path: "/discover" },
  { name: "watchlist", path: "/watchlist" },
  { name: "about", path: "/about" },
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
    const row = async (site: string, name: string, path: string): Promise<PageRow> => {
      say(`Pages: ${name}`);
      const url = `${site}${path}`;
      // Once before, so that what TMDB answers is in the cache as it is for nearly every visitor.
      await weigh(browser, url);
      return { name, path, weight: await weigh(browser, url), audit: await audit(url, port, RUNS) };
    };
    const rows: PageRow[] = [];
    const emptyRow = await row(empty.url, "an empty page", "/");
    for (const { name, path } of PAGES) rows.push(await row(product.url, name, path));
    return { runs: RUNS, empty: emptyRow, rows };
  } finally {
    await browser.close();
    await empty.close();
    await product.close();
    await removeEmptyApp();
    await removeCopy();
  }
}
