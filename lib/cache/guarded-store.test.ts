import { guardStore, type GuardedStore } from "./guarded-store";
import { StoreError, type CacheStore } from "./store";
import { finished, useFakeTime } from "./testing/fake-time";
import { watchStore } from "./testing/watched-store";

const NOW = 1_700_000_000_000;
const ENTRY = { generation: "a", fetchedAt: NOW, freshUntil: NOW + 1, staleUntil: NOW + 2 };
const LEASE = { holder: "me", fence: NOW };
const ADDITION = { count: 1, by: "me", sequence: NOW };

const CALLS: readonly [keyof CacheStore, string, (store: CacheStore) => Promise<unknown>][] = [
  ["addHits", "add hits", (store) => store.addHits("k", { freshAt: NOW }, ADDITION)],
  ["voidAddition", "void addition", (store) => store.voidAddition("k", ADDITION)],
  [
    "forgetAdditions",
    "forget additions",
    (store) => store.forgetAdditions("k", [{ by: "me", sequence: NOW }]),
  ],
  ["read", "read", (store) => store.read("k", { consistent: true })],
  ["acquire", "acquire", (store) => store.acquire("k", { ...LEASE, now: NOW })],
  [
    "writeBody",
    "write body",
    (store) => store.writeBody("k", { ...ENTRY, fence: NOW, body: Buffer.alloc(0) }),
  ],
  ["publish", "publish", (store) => store.publish("k", ENTRY, LEASE)],
  ["release", "release", (store) => store.release("k", LEASE, null)],
  ["readCoolDown", "read cool-down", (store) => store.readCoolDown()],
  ["coolDown", "cool down", (store) => store.coolDown({ until: NOW, reason: "Busy" })],
];

let watched: ReturnType<typeof watchStore>;
let guarded: GuardedStore;
let clock: number;

beforeEach(() => {
  useFakeTime();
  clock = NOW;
  watched = watchStore();
  guarded = guardStore(watched.store, () => clock);
  jest.spyOn(Math, "random").mockReturnValue(0.5);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** What a call came to, and how long that took in milliseconds. */
async function outcomeOf(
  call: Promise<unknown>,
): Promise<{ error?: StoreError; answer?: unknown; tookMs: number }> {
  const began = performance.now();
  const [outcome] = await finished([
    call.then(
      (answer) => ({ answer }),
      (error: StoreError) => ({ error }),
    ),
  ]);
  return { ...outcome, tookMs: performance.now() - began };
}
const read = () => guarded.read("k", { consistent: true });
const hang = () => watched.go(() => new Promise(() => undefined));
/** Fails one call after the other for these reasons, and then no more. */
function failWith(...reasons: ("busy" | "failed")[]) {
  watched.go((operation, stage) => {
    const reason = stage === "before" ? reasons.shift() : undefined;
    if (reason) throw new StoreError(operation, reason, { cause: new Error(`${reason} ${reasons.length}`) });
  });
}

it.each(CALLS)("passes %s on, and its answer back", async (operation, _words, call) => {
  const expected = jest.spyOn(watched.store, operation);
  await outcomeOf(call(guarded));
  expect(watched.calls).toEqual([operation]);
  expect(expected.mock.calls[0]?.at(-1)).toBeInstanceOf(AbortSignal);
});

it.each(CALLS)("gives up %s after its deadline, and says which", async (operation, words, call) => {
  hang();
  const { error, tookMs } = await outcomeOf(call(guarded));
  expect(error).toMatchObject({ name: "StoreError", reason: "failed" });
  // The cause's name follows, but not here: in Jest a DOMException is no Error.
  expect(error?.message).toBe(`Cache store: ${words} failed`);
  expect(error?.cause).toMatchObject({ name: "TimeoutError", message: "No answer within 1000 ms" });
  // A second for a store that has not answered yet, twice, and half of 50 ms between.
  expect(tookMs).toBe(2025);
  expect(watched.calls).toEqual([operation, operation]);
});

it("ends the request that it gives up", async () => {
  const reading = jest.spyOn(watched.store, "read");
  hang();
  await outcomeOf(read());
  const signal = reading.mock.calls[0]?.[2];
  expect(signal?.aborted).toBe(true);
  expect(signal?.reason).toMatchObject({ name: "TimeoutError" });
});

it("leaves the store alone after that, and says so", async () => {
  hang();
  await outcomeOf(read());
  expect(guarded.restMs()).toBe(1000);
  expect(guarded.recovering()).toBe(true);
  const { error, tookMs } = await outcomeOf(read());
  expect(error).toMatchObject({ reason: "resting", message: "Cache store: read resting" });
  expect(tookMs).toBe(0);
  clock += 1000;
  expect(guarded.restMs()).toBe(0);
});

it("tries whether the store is back with one request that is not repeated", async () => {
  hang();
  await outcomeOf(read());
  watched.taken();
  clock += 1000;
  expect((await outcomeOf(read())).tookMs).toBe(150);
  expect(watched.taken()).toEqual(["read"]);
  clock += 2000;
  watched.recover();
  expect(await outcomeOf(read())).toMatchObject({ answer: null });
  expect(guarded.recovering()).toBe(false);
});

it("tries with all the time that a request has where it is told to, and does not tell how that went", async () => {
  hang();
  await outcomeOf(read());
  watched.taken();
  expect(await outcomeOf(guarded.probe())).toEqual({ answer: undefined, tookMs: 0 });
  expect(watched.taken()).toEqual([]);
  clock += 1000;
  expect(await outcomeOf(guarded.probe())).toEqual({ answer: undefined, tookMs: 1000 });
  expect(watched.taken()).toEqual(["readCoolDown"]);
  clock += 2000;
  watched.recover();
  await outcomeOf(guarded.probe());
  expect(guarded.recovering()).toBe(false);
});

it("lets a bug through that it finds when it tries", async () => {
  watched.go(() => {
    throw new TypeError("a bug");
  });
  expect(await outcomeOf(guarded.probe())).toMatchObject({ error: { message: "a bug" } });
});

it.each([["failed"], ["busy"]] as const)("repeats a read once that %s", async (reason) => {
  failWith(reason);
  expect(await outcomeOf(read())).toEqual({ answer: null, tookMs: 25 });
  expect(watched.calls).toHaveLength(2);
  expect(guarded.recovering()).toBe(false);
});

it.each(CALLS.slice(0, 3))(
  "does not hold up an answer for %s that was refused",
  async (operation, _words, call) => {
    failWith("busy");
    expect(await outcomeOf(call(guarded))).toMatchObject({ error: { reason: "busy" }, tookMs: 0 });
    expect(watched.taken()).toEqual([operation]);
    expect(guarded.recovering()).toBe(false);
    failWith("failed");
    expect(await outcomeOf(call(guarded))).toMatchObject({ tookMs: 25 });
  },
);

it.each([
  [["failed", "busy"], "failed 1"],
  [["failed", "failed"], "failed 0"],
  [["busy", "failed"], "failed 0"],
  [["busy", "busy"], "busy 1"],
] as const)("tells of %j what leaves most open", async (reasons, cause) => {
  failWith(...reasons);
  const { error } = await outcomeOf(read());
  expect(error?.cause).toMatchObject({ message: cause });
});

it("lets a bug through at once, though the second time", async () => {
  watched.go(() => {
    throw new TypeError("a bug");
  });
  expect(await outcomeOf(read())).toMatchObject({ error: { message: "a bug" }, tookMs: 0 });
  let calls = 0;
  watched.go((operation) => {
    if (calls++ > 0) throw new TypeError("a bug");
    throw new StoreError(operation, "failed");
  });
  expect(await outcomeOf(read())).toMatchObject({ error: { message: "a bug" }, tookMs: 25 });
});

it("learns the deadline from how long answers take", async () => {
  watched.go((_operation, stage) =>
    stage === "before" ? new Promise((resolve) => setTimeout(resolve, 100)) : undefined,
  );
  await outcomeOf(read());
  hang();
  const { error } = await outcomeOf(read());
  // 100 ms and four times half of that; then twice as long.
  expect(error?.cause).toMatchObject({ message: "No answer within 600 ms" });
});

it.each([
  [51, 2],
  [50, 1],
])("waits once more when this process stood still for %i ms meanwhile", async (stoodStillMs, deadlines) => {
  const real = performance.now.bind(performance);
  let ahead = 0;
  jest.spyOn(performance, "now").mockImplementation(() => real() + ahead);
  hang();
  const reading = read();
  ahead = stoodStillMs;
  reading.catch(() => undefined);
  await jest.advanceTimersByTimeAsync(deadlines * 1000);
  expect(watched.calls).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(25);
  expect(watched.calls).toHaveLength(2);
});
