import unit from "./jest.config.mjs";

// Real processes on a real DynamoDB, one test after another: apart from the unit tests, which they would slow down.
const config = async () => ({
  ...(await unit()),
  testMatch: ["<rootDir>/lib/cache/fleet/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  coverageThreshold: undefined,
  maxWorkers: 1,
  testTimeout: 180_000,
});

export default config;
