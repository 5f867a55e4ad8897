import nextJest from "next/jest.js";

const createConfig = nextJest({ dir: "./" });

const nextConfig = createConfig({
  testEnvironment: "node",
  testMatch: ["<rootDir>/{app,bench,docs,infrastructure,lib,local}/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/lib/cache/fleet/"],
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
  // What only tests use is no part of what is covered by them.
  collectCoverageFrom: ["lib/**/*.ts", "!lib/**/*.test.ts", "!lib/**/testing/**", "!lib/cache/fleet/**"],
  coverageThreshold: { global: { lines: 95 } },
  coverageReporters: ["text", "lcov"],
  // A hidden line is a caught error without a trace; a test that waits is a test that hangs.
  testTimeout: 15_000,
});

/** Packages that are ES modules only, which Jest has to translate as it does our own code. */
const ES_MODULES = ["@formatjs", "icu-minify", "intl-messageformat", "use-intl"];

const config = async () => ({
  ...(await nextConfig()),
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join("|")})/)`, "\\.module\\.css$"],
});

export default config;
