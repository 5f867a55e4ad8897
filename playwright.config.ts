import { defineConfig, devices } from "@playwright/test";

import { baseUrl, controlUrl, isDeployed } from "./e2e/support/addresses";
import { BROWSER } from "./e2e/support/browser";

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  // A deployed release is taken back where a test fails: what the network lost once is asked for again.
  retries: isDeployed ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  // The README shows some of them.
  snapshotPathTemplate: "docs/screenshots/{arg}{ext}",
  reporter: [["list"], ["html", { open: "never" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: baseUrl,
    // A trace makes every test slower by a quarter: --trace on makes one when it is needed.
    screenshot: "only-on-failure",
    launchOptions: BROWSER,
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
