import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";

import { createCacheTable } from "@/local/dynamodb/create-cache-table";
import { createLocalClient } from "@/local/dynamodb/local-client";
import { startFaithfulDynamoDb, type FaithfulDynamoDb } from "@/local/dynamodb/start-faithful-dynamodb";

import { startFleet, type Fleet, type FleetOptions, type FleetReport } from "./fleet";
import { startGate, type Gate } from "./gate";
import type { Answered } from "./job";
import { startUpstream, type Upstream } from "./upstream";

const PROCESSES = 8;
const CLIENTS = 50;
const TABLE = "movies-cache-fleet";
const MINUTE = 60_000;

let dynamoDb: FaithfulDynamoDb;
let client: DynamoDBClient;
let upstream: Upstream;
let gate: Gate;

beforeAll(async () => {
  dynamoDb = await startFaithfulDynamoDb();
  process.stdout.write(
    `The fleet runs on ${dynamoDb.engine}${dynamoDb.reason ? `: ${dynamoDb.reason}` : ""}.\n`,
  );
  await createCacheTable({ endpoint: dynamoDb.endpoint, tableName: TABLE });
  client = createLocalClient(dynamoDb.endpoint);
  upstream = await startUpstream();
  gate = await startGate(dynamoDb.endpoint);
}, 400_000);

afterAll(async () => {
  client.destroy();
  await gate.close();
  await upstream.close();
  await dynamoDb.close();
});

beforeEach(() => {
  upstream.delayMs = 150;
  upstream.retryAfterSeconds = undefined;
  gate.set("open");
});

/** A fleet for the length of a test. */
async function withFleet(options: Partial<FleetOptions>, test: (fleet: Fleet) => Promise<void>) {
  const fleet = await startFleet({
    size: PROCESSES,
    dynamoDbUrl: dynamoDb.endpoint,
    upstreamUrl: upstream.url,
    table: TABLE,
    ...options,
  });
  try {
    // Connections and code are warm before anything is measured.
    await fleet.work({ keys: [`warm-up-${Math.random()}`], windowMs: MINUTE, clients: 1, each: 3 });
    await test(fleet);
  } finally {
    await fleet.close();
  }
}

/** Hits of keys that begin so, as the table has them. */
async function storedHits(prefix: string): Promise<number> {
  let hits = 0;
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: TABLE,
        ConsistentRead: true,
        FilterExpression: "begins_with(pk, :prefix)",
        ExpressionAttributeValues: { ":prefix": { S: prefix } },
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      }),
    );
    for (const item of page.Items ?? [])
      hits += Number(item["hits"]?.N ?? 0) + Number(item["totalHits"]?.N ?? 0);
    ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
  } while (ExclusiveStartKey);
  return hits;
}

const fetched = ({ answers }: FleetReport) => answers.filter(({ source }) => source === "origin");

/** The hit numbers of each fetch's answers, in order. */
function numbersByFetch(answers: readonly Answered[]): number[][] {
  const byFetch = new Map<number, number[]>();
  for (const { fetch, hits } of answers) byFetch.set(fetch, [...(byFetch.get(fetch) ?? []), Number(hits)]);
  return [...byFetch.values()].map((numbers) => numbers.sort((a, b) => a - b));
}

/** Checks that no number was given twice, and none that was not counted; some may be unknown on a busy machine. */
function expectNumbersOfTheirOwn(answers: readonly Answered[]) {
  for (const numbers of numbersByFetch(answers.filter(({ hits }) => hits !== null))) {
    expect(new Set(numbers).size).toBe(numbers.length);
  }
}

/** Clocks that are that many milliseconds apart, from the first process to the last. */
const apart = (ms: number) => (index: number) => (index / (PROCESSES - 1) - 0.5) * ms;

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const slowest = ({ answers }: FleetReport) => Math.max(...answers.map(({ ms }) => ms));

describe("8 processes of 50 clients", () => {
  it("ask the origin once for a cold key, in each of 20 rounds", async () => {
    await withFleet({}, async (fleet) => {
      const rounds: { calls: number; storeRequests: number; slowest: number }[] = [];
      for (let round = 1; round <= 20; round++) {
        const key = `cold-${round}`;
        const report = await fleet.work({ keys: [key], windowMs: MINUTE, clients: CLIENTS, each: 1 });
        expect(report.errors).toEqual([]);
        expect(numbersByFetch(report.answers)).toEqual([upTo(PROCESSES * CLIENTS)]);
        expect(fetched(report)).toHaveLength(1);
        expect(await storedHits(key)).toBe(PROCESSES * CLIENTS - 1);
        rounds.push({
          calls: upstream.callsFor(key).length,
          storeRequests: report.storeRequests,
          slowest: slowest(report),
        });
      }
      expect(rounds.map(({ calls }) => calls)).toEqual(Array(20).fill(1));
      const requests = rounds.map(({ storeRequests }) => storeRequests).sort((a, b) => a - b);
      process.stdout.write(
        `Cold: requests to the store ${requests[0]} to ${requests.at(-1)}, slowest answer ${Math.round(Math.max(...rounds.map((one) => one.slowest)))} ms.\n`,
      );
      // Half of the rounds at least: a machine that is busy makes a waiter look once more.
      expect(requests[10]).toBeLessThanOrEqual(3 + 6 * PROCESSES);
    });
  });

  it("ask it once per window while they hammer a key over 20 windows", async () => {
    const windowMs = 1000;
    await withFleet({}, async (fleet) => {
      const key = "hammered";
      const report = await fleet.work({
        keys: [key],
        windowMs,
        clients: CLIENTS,
        forMs: 36_000,
        pauseMs: 40,
      });
      expect(report.errors).toEqual([]);
      const calls = upstream.callsFor(key);
      const windows = fetched(report).sort((a, b) => a.fetchedAt - b.fetchedAt);
      expect(calls.length).toBeGreaterThanOrEqual(20);
      expect(windows).toHaveLength(calls.length);
      windows.slice(1).forEach(({ fetchedAt }, index) => {
        expect(fetchedAt).toBeGreaterThanOrEqual(Number(windows[index]?.freshUntil));
      });
      expectNumbersOfTheirOwn(report.answers);
      expect(await storedHits(key)).toBe(report.answers.length - calls.length);
      process.stdout.write(`Hammered: ${report.answers.length} answers, ${calls.length} calls.\n`);
    });
  });

  it("lose no hit and invent none in 20 000 requests", async () => {
    await withFleet({}, async (fleet) => {
      const keys = upTo(4).map((index) => `many-${index}-`);
      const report = await fleet.work({ keys, windowMs: 2000, clients: CLIENTS, each: 50, pauseMs: 60 });
      expect(report.errors).toEqual([]);
      expect(report.answers).toHaveLength(20_000);
      const fetches = fetched(report).length;
      expect((await storedHits("many-")) + fetches).toBe(20_000);
      process.stdout.write(`Many: ${fetches} fetches, ${report.storeFailures} failures of the store.\n`);
      expectNumbersOfTheirOwn(report.answers);
    });
  });

  it("ask it once though their clocks are 10 s apart", async () => {
    await withFleet({ skewMs: apart(10_000) }, async (fleet) => {
      for (let round = 1; round <= 5; round++) {
        const key = `skewed-${round}`;
        const report = await fleet.work({ keys: [key], windowMs: MINUTE, clients: CLIENTS, each: 1 });
        expect(upstream.callsFor(key)).toHaveLength(1);
        expect(numbersByFetch(report.answers)).toEqual([upTo(PROCESSES * CLIENTS)]);
      }
    });
  });

  it("ask it no sooner than a window less what their clocks are apart, and count on", async () => {
    const windowMs = 4000;
    const apartMs = 2000;
    await withFleet({ skewMs: apart(apartMs) }, async (fleet) => {
      const key = "skewed-windows";
      const report = await fleet.work({
        keys: [key],
        windowMs,
        clients: CLIENTS,
        forMs: 20_000,
        pauseMs: 100,
      });
      expect(report.errors).toEqual([]);
      const calls = upstream.callsFor(key);
      expect(calls.length).toBeGreaterThanOrEqual(5);
      calls.slice(1).forEach(({ at }, index) => {
        expect(at - Number(calls[index]?.at)).toBeGreaterThanOrEqual(windowMs - apartMs);
      });
      expectNumbersOfTheirOwn(report.answers);
      expect(await storedHits(key)).toBe(report.answers.length - calls.length);
      process.stdout.write(`Skewed: ${report.answers.length} answers, ${calls.length} calls.\n`);
    });
  });
});

describe.each([0, 10_000])("a holder that is killed while it fetches, clocks %i ms apart", (apartMs) => {
  it("costs one more call, and nobody an answer", async () => {
    await withFleet({ skewMs: apart(apartMs) }, async (fleet) => {
      upstream.delayMs = 1000;
      const key = `killed-${apartMs}`;
      const working = fleet.work({ keys: [key], windowMs: MINUTE, clients: CLIENTS, each: 1 });
      while (upstream.callsFor(key).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      process.kill(Number(upstream.callsFor(key)[0]?.pid), "SIGKILL");
      const report = await working;
      expect(upstream.callsFor(key)).toHaveLength(2);
      expect(report.errors).toEqual([]);
      expect(numbersByFetch(report.answers)).toEqual([upTo((PROCESSES - 1) * CLIENTS)]);
      expect(report.takeovers).toBe(1);
      expect(slowest(report)).toBeLessThan(7500);
    });
  });
});

describe("an origin that asks to wait", () => {
  it("is asked by nobody until then, for no key", async () => {
    await withFleet({}, async (fleet) => {
      upstream.retryAfterSeconds = 3;
      await fleet.work({ keys: ["busy-0"], windowMs: MINUTE, clients: 1, each: 1 });
      expect(upstream.callsFor("busy-0")).toHaveLength(1);
      const before = upstream.calls.length;
      const keys = upTo(20).map((index) => `busy-${index}`);
      const report = await fleet.work({ keys, windowMs: MINUTE, clients: 5, forMs: 1500, pauseMs: 50 });
      expect(upstream.calls.length).toBe(before);
      expect(report.answers).toEqual([]);
      expect(new Set(report.errors.map(({ error }) => error))).toEqual(new Set(["OriginFailedError"]));
      upstream.retryAfterSeconds = undefined;
      await new Promise((resolve) => setTimeout(resolve, 1700));
      const after = await fleet.work({ keys: ["busy-0"], windowMs: MINUTE, clients: 5, each: 1 });
      expect(numbersByFetch(after.answers)).toEqual([upTo(PROCESSES * 5)]);
    });
  });
});

describe.each(["refuse", "hang"] as const)("a store that is out of reach (%s)", (state) => {
  it("costs one call per process, key and window, and no answer and no count", async () => {
    await withFleet({ dynamoDbUrl: gate.url, size: 4 }, async (fleet) => {
      const keys = [`${state}-a`, `${state}-b`];
      const job = { keys, windowMs: MINUTE, clients: 20, each: 10, pauseMs: 5 };
      gate.set(state);
      const during = await fleet.work(job);
      expect(during.errors).toEqual([]);
      for (const key of keys) {
        const pids = upstream.callsFor(key).map(({ pid }) => pid);
        expect(new Set(pids).size).toBe(pids.length);
      }
      // Two attempts of a second at the most, two of which may follow each other; and the fetch.
      expect(slowest(during)).toBeLessThan(5000);
      const sorted = during.answers.map(({ ms }) => ms).sort((a, b) => a - b);
      expect(sorted[sorted.length >> 1]).toBeLessThan(50);

      gate.set("open");
      await new Promise((resolve) => setTimeout(resolve, 6000));
      const after = await fleet.work(job);
      await fleet.work({ ...job, clients: 1, each: 2 });
      expect(after.errors).toEqual([]);
      const calls = keys.reduce((sum, key) => sum + upstream.callsFor(key).length, 0);
      const lost = during.hitsLost + after.hitsLost;
      expect(lost).toBe(0);
      expect((await storedHits(`${state}-`)) + calls).toBe(
        during.answers.length + after.answers.length + 4 * 2,
      );
    });
  });
});
