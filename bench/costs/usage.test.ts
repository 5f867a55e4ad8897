import { readFileSync } from "node:fs";
import { join } from "node:path";

import { durationMs, FULL_CPU_MB } from "./lambda";
import { priceOf } from "./prices";
import { MEMORY_MB, monthlyUsage, type Measured, type Traffic } from "./usage";

const measured: Measured = {
  charges: {
    miss: { readUnits: 2, writeUnits: 5 },
    hit: { readUnits: 0, writeUnits: 1 },
    firstHit: { readUnits: 1, writeUnits: 1 },
  },
  start: { wallMs: 800, cpuMs: 600 },
  page: { wallMs: 20, cpuMs: 15 },
};
const traffic: Traffic = { answers: 1000, hitShare: 0.8, firstHitShare: 0.5, startShare: 0.1 };

describe("the time that work takes in Lambda", () => {
  it("is what it was where there is a whole processor, and no less with more", () => {
    expect(durationMs(measured.page, FULL_CPU_MB)).toBe(20);
    expect(durationMs(measured.page, 2 * FULL_CPU_MB)).toBe(20);
  });

  it("grows with half a processor for what computes, not for what waits", () => {
    expect(durationMs(measured.page, FULL_CPU_MB / 2)).toBe(2 * 15 + 5);
  });

  it("is that of the processor where several threads computed at once", () => {
    expect(durationMs({ wallMs: 10, cpuMs: 12 }, FULL_CPU_MB)).toBe(12);
  });
});

describe("the usage of a month", () => {
  const usage = monthlyUsage(traffic, measured);

  it("charges each kind of answer its units", () => {
    // 200 misses, each with two for the quota, 400 hits, 400 first hits.
    expect(usage.dynamoDbWrites).toBeCloseTo(200 * (5 + 2) + 400 + 400);
    expect(usage.dynamoDbReads).toBeCloseTo(200 * 2 + 400);
  });

  it("has Lambda compute for pages and starts, each by its time", () => {
    const ms = 900 * durationMs(measured.page, MEMORY_MB) + 100 * durationMs(measured.start, MEMORY_MB);
    expect(usage.lambdaGbSeconds).toBeCloseTo((ms / 1000) * (MEMORY_MB / 1024));
    expect(usage.lambdaRequests).toBe(1000);
  });

  it("counts files too where CloudFront and the firewall do", () => {
    expect(usage.cloudFrontRequests).toBe(5000);
    expect(usage.firewallRequests).toBe(5000);
    expect(usage.cloudFrontFunctions).toBe(1000);
    expect(usage.cloudFrontGb).toBeCloseTo(0.08);
  });

  it("is for the memory that Terraform gives", () => {
    const variables = join(
      __dirname,
      "..",
      "..",
      "infrastructure",
      "modules",
      "movies-viewer",
      "variables.tf",
    );
    expect(/"memory_mb" \{[^}]*default += (\d+)/.exec(readFileSync(variables, "utf8"))?.[1]).toBe(
      String(MEMORY_MB),
    );
  });
});

it("prices units by the million, or each", () => {
  expect(priceOf("dynamoDbWrites", 2e6)).toBeCloseTo(1.4846);
  expect(priceOf("alarms", 9)).toBeCloseTo(0.9);
});
