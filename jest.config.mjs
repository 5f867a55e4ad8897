import nextJest from "next/jest.js";

const createConfig = nextJest({ dir: "./" })({
  testEnvironment: "node",
  testMatch: ["<rootDir>/{app,bench,infrastructure,lib,local}/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/lib/cache/fleet/"],
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
  // What only tests use is no part of what is covered by them.
  collectCoverageFrom: [
    "lib/**/*.ts",
    "!lib/**/*.test.ts",
    "!lib/**/testing/**",
    "!lib/cache/fleet/**",
    "!lib/cache/store-contract.ts",
  ],
  coverageThreshold: { global: { lines: 95 } },
  coverageReporters: ["text", "lcov"],
  // A hidden line is a caught error without a trace; a test that waits is a test that hangs.
  testTimeout: 15_000,
});

// These come as ES modules only, which Jest can't require.
const ES_MODULES = ["use-intl", "icu-minify", "intl-messageformat", "@formatjs", "@schummar"];

// Next puts its own patterns before those of a configuration, so that none of ours could let a package in.
const config = async () => ({
  ...(await createConfig()),
  transformIgnorePatterns: [
    `/node_modules/(?!(${ES_MODULES.join("|")})/)`,
    "^.+\\.module\\.(css|sass|scss)$",
  ],
});

export default config;
