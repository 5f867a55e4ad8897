import { gzipSync } from "node:zlib";

import type { Browser, Response } from "@playwright/test";

/** What a page makes a browser load before anything is clicked. Bytes are gzipped by us, images as they came. */
export interface Weight {
  readonly html: number;
  readonly js: number;
  readonly css: number;
  readonly images: number;
  readonly requests: number;
  /** Everybody who was asked beside our own host. */
  readonly hosts: readonly string[];
}

const KINDS = { document: "html", script: "js", stylesheet: "css", image: "images" } as const;

/** Loads a page as a phone does that was never here, and weighs what came. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto(url, { waitUntil: "networkidle" });

  const weight = { html: 0, js: 0, css: 0, images: 0 };
  for (const response of responses) {
    const kind = KINDS[response.request().resourceType() as keyof typeof KINDS];
    if (!kind || !response.ok()) continue;
    const body = await response.body();
    weight[kind] += kind === "images" ? body.length : gzipSync(body).length;
  }
  const hosts = new Set(responses.map((response) => new URL(response.url()).host));
  hosts.delete(new URL(url).host);
  await context.close();
  return { ...weight, requests: responses.length, hosts: [...hosts] };
}
