import type { Tally } from "@/lib/aws/tally";

import { runRequest } from "./current-request";
import { CALLS_PER_CLIENT, CALLS_PER_SECOND, CLIENT_SPAN_MS, createQuota, type Quota } from "./quota";

const PATH = "/3/search/movie";
let clock = 0;
let counts: Map<string, number>;
let asked: number;
let broken: Error | undefined;
const failures: unknown[] = [];

const tally: Tally = {
  async count(name) {
    asked += 1;
    if (broken) throw broken;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  },
};
const quotaOf = () =>
  createQuota({
    tally,
    now: () => clock,
    monotonic: () => clock,
    onFailure: (error) => failures.push(error),
  });
const spent = (calls: Promise<unknown>[]) =>
  Promise.allSettled(calls).then((results) => results.filter(({ status }) => status === "rejected"));
const take = (quota: Quota, calls: number) => Array.from({ length: calls }, () => quota.take(PATH));

beforeEach(() => {
  clock = 1_700_000_000_250;
  counts = new Map();
  asked = 0;
  broken = undefined;
  failures.length = 0;
});

describe("a second's calls", () => {
  it("are shared by all processes", async () => {
    const [one, other] = [quotaOf(), quotaOf()];
    expect(await spent([...take(one, 30), ...take(other, 30)])).toHaveLength(60 - CALLS_PER_SECOND);
  });

  it("are there again in the next second, and until then it says how long to wait", async () => {
    const quota = quotaOf();
    await spent(take(quota, CALLS_PER_SECOND));
    await expect(quota.take(PATH)).rejects.toMatchObject({ name: "TmdbQuotaSpentError", retryAfterMs: 750 });
    clock += 749;
    await expect(quota.take(PATH)).rejects.toMatchObject({ retryAfterMs: 1 });
    clock += 1;
    await expect(quota.take(PATH)).resolves.toBeUndefined();
  });

  it("are not asked for when it is known that they are spent", async () => {
    const [one, other] = [quotaOf(), quotaOf()];
    await spent(take(one, CALLS_PER_SECOND));
    expect(await spent([other.take(PATH)])).toHaveLength(1);
    asked = 0;
    expect(await spent(take(other, 100))).toHaveLength(100);
    expect(asked).toBe(0);
  });

  it("are counted by each process alone where the table can't, which is asked again after a second", async () => {
    broken = new Error("no table");
    const quota = quotaOf();
    await quota.take(PATH);
    expect(await spent(take(quota, 60))).toHaveLength(61 - CALLS_PER_SECOND);
    expect([asked, failures]).toEqual([1, [broken]]);
    clock += 1000;
    broken = undefined;
    await quota.take(PATH);
    expect(asked).toBe(2);
  });
});

/** Does a client's work as the app does. */
const forClient = async <T>(quota: Quota, client: string | null, work: () => Promise<T> | T): Promise<T> =>
  runRequest({ id: "a-request", client }, async () => {
    quota.check();
    return work();
  });

describe("a client's calls", () => {
  const askOften = (quota: Quota, client: string | null, calls: number) =>
    spent(
      Array.from({ length: calls }, () =>
        forClient(quota, client, () => {
          clock += 30;
          return quota.take(PATH);
        }),
      ),
    );

  beforeEach(() => {
    clock = Math.ceil(clock / CLIENT_SPAN_MS) * CLIENT_SPAN_MS;
  });

  it("end for a while when there are too many, in every process that hears of it, and for that client alone", async () => {
    const [one, other] = [quotaOf(), quotaOf()];
    expect(await askOften(one, "a", CALLS_PER_CLIENT)).toEqual([]);
    const waitMs = CLIENT_SPAN_MS - 30 * CALLS_PER_CLIENT;
    await expect(forClient(one, "a", () => "answer")).rejects.toMatchObject({
      name: "TooManyRequestsError",
      retryAfterMs: waitMs,
    });
    // Another learns of it with the next call that it makes for this client.
    expect(await askOften(other, "a", 1)).toEqual([]);
    expect(await askOften(other, "a", 1)).toHaveLength(1);
    expect(await askOften(one, "b", 1)).toEqual([]);
    clock = Math.ceil(clock / CLIENT_SPAN_MS) * CLIENT_SPAN_MS;
    expect(await forClient(one, "a", () => "answer")).toBe("answer");
  });

  it("are not those of who is answered without a call", async () => {
    const quota = quotaOf();
    for (let asks = 0; asks < 2 * CALLS_PER_CLIENT; asks++)
      await forClient(quota, "a", () => "from the cache");
    expect(await askOften(quota, "a", 1)).toEqual([]);
  });

  it("end for the next request, and not amid one that was let in", async () => {
    const quota = quotaOf();
    await askOften(quota, "a", CALLS_PER_CLIENT - 1);
    await forClient(quota, "a", async () => {
      await quota.take(PATH);
      expect(() => quota.check()).not.toThrow();
    });
    await expect(forClient(quota, "a", () => "answer")).rejects.toMatchObject({
      name: "TooManyRequestsError",
    });
  });

  it("are nobody's where nobody has said whose they are", async () => {
    expect(await askOften(quotaOf(), null, 2 * CALLS_PER_CLIENT)).toEqual([]);
  });

  it("are those of the work alone, also when it waits", async () => {
    const quota = quotaOf();
    const late = forClient(quota, "a", async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await quota.take(PATH);
    });
    await forClient(quota, "b", () => quota.take(PATH));
    await late;
    const span = Math.floor(clock / CLIENT_SPAN_MS);
    expect([counts.get(`client#a#${span}`), counts.get(`client#b#${span}`)]).toEqual([1, 1]);
  });
});
