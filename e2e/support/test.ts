import { test as base, type Page } from "@playwright/test";

import { isDeployed } from "./addresses";
import { createStandIn, type StandIn } from "./stand-in";

export { expect } from "@playwright/test";

/** Why a test is left out on a site that is there already. */
export const NEEDS_STAND_IN = "BASE_URL is set: this needs a TMDB that can be told what to answer";

interface Fixtures {
  /** Fails a test in which a page complains, on the console or otherwise, or opens a dialog. */
  complaints: string[];
  /** The stand-in for TMDB. Asking for it leaves the test out where TMDB itself answers. */
  standIn: StandIn;
}

/** Hears what goes wrong in a page; that a page itself has an error status is not wrong. */
function listen(page: Page, complaints: string[]): void {
  const documents = new Set<string>();
  page.on("request", (request) => request.isNavigationRequest() && documents.add(request.url()));
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    const { url } = message.location();
    if (message.type() !== "error") return;
    if (message.text().startsWith("Failed to load resource") && documents.has(url)) return;
    complaints.push(`console: ${message.text()} (${url})`);
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, provide) => {
      const complaints: string[] = [];
      context.on("page", (page) => listen(page, complaints));
      await provide(complaints);
      base.expect(complaints, "what the pages complained of").toEqual([]);
    },
    { auto: true },
  ],
  // Playwright wants the first parameter destructured, even when nothing is taken from it.
  standIn: async ({}, provide, testInfo) => {
    testInfo.skip(isDeployed, NEEDS_STAND_IN);
    const { standIn, endAll } = createStandIn();
    await provide(standIn);
    await endAll();
  },
});
