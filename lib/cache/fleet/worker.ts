// One process of a fleet: a cache of its own, told by messages what to do. See fleet.ts.
import { setTimeout as sleep } from "node:timers/promises";

import { createDynamoDbClient } from "@/lib/aws/clients";

import { createCountedCache } from "../counted-cache";
import { createDynamoDbStore } from "../dynamodb-store";
import type { Asked, Job, Report } from "./job";
import type { Fetched } from "./upstream";

const { UPSTREAM_URL = "", TABLE = "", SKEW_MS = "0" } = process.env;

const client = createDynamoDbClient();
let storeRequests = 0;
client.middlewareStack.add(
  (next) => (args) => {
    storeRequests += 1;
    return next(args);
  },
  { step: "finalizeRequest" },
);

const seen = { storeFailures: 0, takeovers: 0, hitsLost: 0 };
const cache = createCountedCache({
  store: createDynamoDbStore(client, TABLE),
  now: () => Date.now() + Number(SKEW_MS),
  onEvent(event) {
    if (event.type === "store-failed") seen.storeFailures += 1;
    if (event.type === "answer" && event.tookOver) seen.takeovers += 1;
    if (event.type === "hits-lost") seen.hitsLost += event.count;
  },
});

class BusyError extends Error {
  override readonly name = "BusyError";
  constructor(readonly retryAfterMs: number) {
    super("The origin asks to wait");
  }
}

async function fetchFrom(key: string): Promise<Fetched> {
  const response = await fetch(`${UPSTREAM_URL}/?${new URLSearchParams({ key, pid: String(process.pid) })}`);
  const retryAfter = response.headers.get("retry-after");
  if (retryAfter !== null) throw new BusyError(Number(retryAfter) * 1000);
  return (await response.json()) as Fetched;
}

async function ask(key: string, windowMs: number): Promise<Asked> {
  const started = performance.now();
  try {
    const query = { key, windowMs: () => windowMs, fetch: () => fetchFrom(key) };
    const { value, source, hits, stale, fetchedAt, freshUntil } = await cache.get<Fetched>(query);
    const ms = performance.now() - started;
    return { key, fetch: value.fetch, source, hits, stale, fetchedAt, freshUntil, ms };
  } catch (error) {
    return { key, error: error instanceof Error ? error.name : "", ms: performance.now() - started };
  }
}

/** One client that asks again and again. */
async function visit({ keys, windowMs, each, forMs, pauseMs }: Job, answers: Asked[]): Promise<void> {
  const until = performance.now() + (forMs ?? Infinity);
  for (let asked = 0; asked < (each ?? Infinity) && performance.now() < until; asked++) {
    const key = keys[Math.floor(Math.random() * keys.length)] ?? "";
    answers.push(await ask(key, windowMs));
    // As after every response: nobody waits for it, and a store that has failed is found to be back.
    void cache.settle();
    if (pauseMs) await sleep(Math.random() * 2 * pauseMs);
  }
}

async function work(job: Job): Promise<Report> {
  const answers: Asked[] = [];
  await Promise.all(Array.from({ length: job.clients }, () => visit(job, answers)));
  await cache.settle();
  return { answers, storeRequests, ...seen };
}

process.on("message", (job: Job) => {
  void work(job).then((report) => process.send?.(report));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
