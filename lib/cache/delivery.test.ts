import { deliver } from "./delivery";
import { finished, useFakeTime } from "./testing/fake-time";

const BUDGET_MS = 3000;

let owed: number;
let restMs: number;
let recovering: boolean;
let settle: jest.Mock<Promise<void>, []>;
let probe: jest.Mock<Promise<void>, []>;

beforeEach(() => {
  useFakeTime();
  jest.spyOn(Math, "random").mockReturnValue(0.5);
  [owed, restMs, recovering] = [0, 0, false];
  settle = jest.fn(async () => {});
  probe = jest.fn(async () => {});
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** Milliseconds that it takes. */
async function delivered(budgetMs = BUDGET_MS): Promise<number> {
  const started = performance.now();
  const counter = { settle, owed: () => owed };
  const store = { restMs: () => restMs, recovering: () => recovering, probe };
  await finished([deliver(counter, store, budgetMs)]);
  return performance.now() - started;
}
const taking = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

it("has the counter settle once where nothing is left after that", async () => {
  expect(await delivered()).toBe(0);
  expect(settle).toHaveBeenCalledTimes(1);
  expect(probe).not.toHaveBeenCalled();
});

it("goes on without a pause as long as that makes the debt smaller", async () => {
  owed = 250;
  settle.mockImplementation(async () => void (owed = Math.max(owed - 100, 0)));
  expect(await delivered()).toBe(0);
  expect(settle).toHaveBeenCalledTimes(3);
});

it.each([
  [0, 500],
  [0.5, 750],
  [1, 1000],
])(
  "pauses for half a second and up to as much again where nothing was taken (%d: %d ms)",
  async (random, ms) => {
    jest.spyOn(Math, "random").mockReturnValue(random);
    owed = 1;
    settle.mockImplementationOnce(async () => {}).mockImplementationOnce(async () => void (owed = 0));
    expect(await delivered()).toBe(ms);
  },
);

it("pauses for as long as the store is left alone, and a little more", async () => {
  [owed, restMs] = [1, 1000];
  settle.mockImplementationOnce(async () => {}).mockImplementationOnce(async () => void (owed = 0));
  expect(await delivered()).toBe(1250);
});

it("does not begin a pause that leaves no time after it", async () => {
  owed = 1;
  expect(await delivered(750)).toBe(0);
  expect(settle).toHaveBeenCalledTimes(1);
  expect(await delivered(751)).toBe(750);
  expect(settle).toHaveBeenCalledTimes(3);
});

it.each([100, 101])(
  "ends when its time of 100 ms is over, though the debt gets smaller in %d ms",
  async (ms) => {
    owed = 250;
    settle.mockImplementation(() => taking(ms).then(() => void (owed -= 100)));
    expect(await delivered(100)).toBe(100);
    expect(settle).toHaveBeenCalledTimes(1);
  },
);

it("tries a store that has failed before the counter settles, though nothing be owed", async () => {
  recovering = true;
  const order: string[] = [];
  probe.mockImplementation(async () => {
    order.push("probed");
    recovering = false;
  });
  settle.mockImplementation(async () => void order.push("settled"));
  expect(await delivered()).toBe(0);
  expect(order).toEqual(["probed", "settled"]);
});

it("leaves the counter alone while the store is not back", async () => {
  [owed, recovering] = [1, true];
  expect(await delivered()).toBe(2250);
  expect(probe).toHaveBeenCalledTimes(4);
  expect(settle).not.toHaveBeenCalled();
});

it("pauses where the store fails half way", async () => {
  owed = 250;
  settle.mockImplementationOnce(async () => {
    owed = 150;
    recovering = true;
  });
  expect(await delivered(1000)).toBe(750);
  expect(settle).toHaveBeenCalledTimes(1);
  // After the pause, and not before it.
  expect(probe).toHaveBeenCalledTimes(1);
});

it("waits for no longer than its time for what hangs", async () => {
  owed = 1;
  settle.mockImplementation(() => new Promise(() => undefined));
  expect(await delivered()).toBe(BUDGET_MS);
  recovering = true;
  probe.mockImplementation(() => new Promise(() => undefined));
  expect(await delivered()).toBe(BUDGET_MS);
});
