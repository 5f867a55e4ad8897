import { existsSync } from "node:fs";

import { chromium } from "@playwright/test";

/** The browser named by CHROMIUM_PATH, else Playwright's own, else the system's. */
function browserPath(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return [chromium.executablePath(), "/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
}

const executablePath = browserPath();

/** How a browser is launched: quiet, and in containers too. */
export const BROWSER = {
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
  ],
  ...(executablePath === undefined ? {} : { executablePath }),
};
