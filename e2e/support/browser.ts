import { existsSync, readFileSync } from "node:fs";

import { chromium } from "@playwright/test";

const systemBrowsers = JSON.parse(
  readFileSync(new URL("./system-browsers.json", import.meta.url), "utf8"),
) as string[];

const installed = [chromium.executablePath(), ...systemBrowsers].filter(existsSync);

/** The one named by CHROMIUM_PATH, else Playwright's own, else the system's. */
const executablePath = process.env.CHROMIUM_PATH || installed[0];

/** The path of one that has all of a browser, if there is one: a headless shell has no back/forward cache. */
export const wholeBrowser = [executablePath, ...installed].find((path) => path && !path.includes("headless"));

/** How a browser is launched: quiet, and in containers too. */
export const BROWSER = {
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    // A headless shell draws letters as the whole browser does on a Linux without settings of its own.
    "--font-render-hinting=slight",
  ],
  ...(executablePath === undefined ? {} : { executablePath }),
};
