// Finds a Chromium for the end-to-end tests, or gets one.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

// A shell without windows and tools comes first: it takes half the time.
const SYSTEM_BROWSERS = JSON.parse(
  readFileSync(new URL("../e2e/support/system-browsers.json", import.meta.url), "utf8"),
);

const systemBrowser = () => SYSTEM_BROWSERS.find(existsSync);

/** Playwright's own browser, downloaded if need be. */
async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.log("Downloading Playwright's Chromium.");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
  });
  return existsSync(path) ? path : undefined;
}

/** Debian's browser, installed when this is root on a Debian. */
function debianBrowser() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing Debian's Chromium.");
  const apt = (...args) => {
    try {
      execFileSync("apt-get", args, {
        stdio: "ignore",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    } catch (error) {
      console.log(`That failed: ${error.message}`);
    }
  };
  apt("update");
  // Each by itself: older releases have the second alone, which a few tests need.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    apt("install", "--yes", "--no-install-recommends", name);
  }
  return systemBrowser();
}

/**
 * The path of a Chromium: the one named by CHROMIUM_PATH, Playwright's own, the system's, or Debian's package.
 *
 * @returns {Promise<string | undefined>} undefined when this machine has none and can't get one
 */
export async function findBrowser() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return (await playwrightBrowser()) ?? systemBrowser() ?? debianBrowser();
}
