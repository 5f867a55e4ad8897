import { existsSync } from "node:fs";

import { chromium, defineConfig, devices } from "@playwright/test";

import { baseUrl, controlUrl, isDeployed } from "./e2e/support/addresses";

/** The browser named by CHROMIUM_PATH, else Playwright's own, else the system's. */
function browserPath(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return [chromium.executablePath(), "/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
}

const executablePath = browserPath();

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["html", { open: "never" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: baseUrl,
    // A trace makes every test slower by a quarter: --trace on makes one when it is needed.
    screenshot: "only-on-failure",
    launchOptions: {
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  ...(isDeployed
    ? {}
    : {
        webServer: {
          command: "node --import tsx e2e/server.ts",
          url: `${controlUrl}/ready`,
          // A build that is missing or older than its sources is made first.
          timeout: 240_000,
          reuseExistingServer: false,
          gracefulShutdown: { signal: "SIGTERM", timeout: 8000 },
          stdout: "pipe",
          // The apps warn of every failure that a test arranges; DEBUG=pw:webserver shows them.
          stderr: "ignore",
        },
      }),
});
