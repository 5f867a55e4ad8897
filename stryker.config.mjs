import unit from "./jest.config.mjs";

// `npm run mutation`: breaks lib/cache in many small ways, and reports which of them no test notices.
const config = {
  mutate: ["lib/cache/*.ts", "!lib/cache/*.test.ts"],
  testRunner: "jest",
  jest: {
    config: {
      ...(await unit()),
      testMatch: ["<rootDir>/lib/cache/*.test.ts"],
      testEnvironment: "./lib/cache/testing/until-first-failure.mjs",
      setupFilesAfterEnv: ["<rootDir>/lib/cache/testing/short-properties.ts"],
      collectCoverage: false,
    },
  },
  coverageAnalysis: "perTest",
  // What is evaluated once per file can't be switched on per test.
  ignoreStatic: true,
  ignorePatterns: [".next", "app", "bench", "coverage", "e2e", "docs", "public", "infrastructure", "reports"],
  tempDirName: ".stryker-tmp",
  reporters: ["clear-text", "progress-append-only", "html"],
  htmlReporter: { fileName: "reports/mutation.html" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  // More than Jest gives a test: most often one that waits for ever fails before that.
  timeoutMS: 20_000,
  concurrency: 2,
};

export default config;
