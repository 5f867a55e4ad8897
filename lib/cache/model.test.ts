import fc from "fast-check";

import type { Answer } from "./answer";
import {
  createModelFleet,
  type Fetched,
  type ModelFleet,
  KEYS,
  PROCESSES,
  WINDOW,
} from "./testing/model-fleet";
import type { CountedCache } from "./counted-cache";
import { finished, useFakeTime } from "./testing/fake-time";
import { createMemoryStore } from "./testing/memory-store";
import { createChaosStore, SPOILS, type Fault } from "./testing/chaos-store";
import {
  BUSY_MS,
  createReferenceModel,
  type Expected,
  type OriginState,
  type ReferenceModel,
} from "./testing/reference-model";

const DAY = 24 * 3_600_000;

beforeEach(() => {
  let random = 1;
  // Jitter that is the same in every run, so that a failure can be repeated.
  jest.spyOn(Math, "random").mockImplementation(() => (random = (random * 16807) % 2147483647) / 2147483647);
  useFakeTime(1_700_000_000_000);
}, 120_000);
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const process = fc.nat({ max: PROCESSES - 1 });
const key = fc.constantFrom(...KEYS);
/** Times that matter: around the pauses after a failure, a cool-down, a window and a stale copy's life. */
const time = fc.oneof(
  fc.integer({ min: 1, max: 3000 }),
  fc.constantFrom(999, 1000, BUSY_MS, 30_000, WINDOW - 1, WINDOW, DAY),
);
const originState = fc.constantFrom<OriginState>("well", "failing", "busy");

type Command = fc.AsyncCommand<ReferenceModel, ModelFleet>;

/** Longer than anybody waits for another process here, where the origin answers at once. */
const LONGEST_WAIT_MS = 1000;

class Ask implements Command {
  constructor(
    private readonly key: string,
    private readonly by: readonly number[],
  ) {}
  check = () => true;
  async run(model: ReferenceModel, fleet: ModelFleet) {
    // Who waits while a pause ends finds it over, and the model knows one time only.
    const change = model.nextChange(this.key, Date.now());
    if (change !== undefined && change - Date.now() < LONGEST_WAIT_MS) jest.setSystemTime(change);
    const expected = model.ask(this.key, this.by.length, Date.now(), fleet.origin);
    const got = await finished(this.by.map((one) => fleet.ask(one, this.key)));
    const seen = got.map((one): Expected =>
      one === "error" ? one : { fetch: one.value.fetch, hits: one.hits ?? NaN, stale: one.stale },
    );
    const byHits = (a: Expected, b: Expected) => (a === "error" || b === "error" ? 0 : a.hits - b.hits);
    expect(seen.sort(byHits)).toEqual(expected);
    expect(fleet.fetches).toBe(model.fetches);
  }
  toString = () => `processes ${this.by.join(", ")} ask for ${this.key}`;
}

class Pass implements Command {
  constructor(private readonly ms: number) {}
  check = () => true;
  run = async () => jest.setSystemTime(Date.now() + this.ms);
  toString = () => `${this.ms} ms pass`;
}

class Turn implements Command {
  constructor(private readonly state: OriginState) {}
  check = () => true;
  run = async (_model: ReferenceModel, fleet: ModelFleet) => void (fleet.origin = this.state);
  toString = () => `the origin is ${this.state}`;
}

class Restart implements Command {
  constructor(private readonly process: number) {}
  check = () => true;
  run = async (_model: ReferenceModel, fleet: ModelFleet) => fleet.restart(this.process);
  toString = () => `process ${this.process} is killed and started anew`;
}

test("any fleet answers as the reference model does, whatever the origin does", async () => {
  const commands = [
    fc.tuple(key, fc.array(process, { minLength: 1, maxLength: 5 })).map(([one, by]) => new Ask(one, by)),
    time.map((ms) => new Pass(ms)),
    originState.map((state) => new Turn(state)),
    process.map((one) => new Restart(one)),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { size: "+1" }), async (run) => {
      await fc.asyncModelRun(
        () => ({ model: createReferenceModel(WINDOW, DAY), real: createModelFleet(createMemoryStore()) }),
        run,
      );
    }),
  );
}, 120_000);

type Step =
  /** Some ask at once, and are given time afterwards, or are frozen. */
  | { readonly ask: string; readonly by: readonly number[]; readonly settles: boolean }
  | { readonly pass: number }
  | { readonly origin: OriginState }
  /** What becomes of the requests to the store from now on, in turn. */
  | { readonly faults: readonly Fault[] };

/** Longer than anybody leaves the origin or the store alone. */
const RECOVERED_MS = 61_000;
const LONGEST_ANSWER_MS = 8000;
const LONGEST_SETTLE_MS = 6000;
/** More than any run needs. */
const MANY_REQUESTS = 20_000;

const fault = fc.constantFrom<Fault>(
  "none",
  "throttled",
  "lost",
  "unanswered",
  "hangs",
  "hangs after it was done",
  "slow",
  "corrupt",
  "partial",
  "gone",
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ask: key,
      by: fc.array(process, { minLength: 1, maxLength: 5 }),
      settles: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: time.map((pass) => ({ pass })) },
  { weight: 1, arbitrary: originState.map((origin) => ({ origin })) },
  { weight: 2, arbitrary: fc.array(fault, { minLength: 1, maxLength: 12 }).map((faults) => ({ faults })) },
);

interface Written {
  readonly key: string;
  readonly generation: string;
  readonly fetchedAt: number;
}

/** A fleet whose store does what it is told to do. */
function createChaoticFleet() {
  const store = createMemoryStore();
  let faults: readonly Fault[] = ["none"];
  let drawn = 0;
  const troubles: { readonly fault: Fault; readonly at: number }[] = [];
  /** The bodies that were written, and what was published, one after another. */
  const written: Written[] = [];
  const published: Written[] = [];
  const writeBody: typeof store.writeBody = (key, entry) => {
    written.push({ key, ...entry });
    return store.writeBody(key, entry);
  };
  const publish: typeof store.publish = async (key, entry, lease) => {
    const answer = await store.publish(key, entry, lease);
    const last = published.findLast((one) => one.key === key);
    if (answer && last?.generation !== entry.generation) published.push({ key, ...entry });
    return answer;
  };
  const chaotic = createChaosStore({ ...store, writeBody, publish }, () => {
    if (drawn > MANY_REQUESTS) throw new Error("The store is asked again and again");
    const fault = faults[drawn++ % faults.length] ?? "none";
    if (fault !== "none" && fault !== "slow") troubles.push({ fault, at: Date.now() });
    return fault;
  });
  const fleet = createModelFleet(chaotic);
  let wellSince = 0;

  async function settle(processes: readonly number[]) {
    const started = performance.now();
    await finished(processes.map((one) => (fleet.caches[one] as CountedCache).settle()));
    expect(performance.now() - started).toBeLessThanOrEqual(LONGEST_SETTLE_MS);
  }

  /** One fetch per window; one more for each process while the store is in trouble, and for each body it spoils. */
  function checkFetches(key: string) {
    const fetches = fleet.wellFetches.filter((one) => one.key === key);
    while (fetches.length > 0) {
      const began = fetches[0]?.at ?? 0;
      const ends = began + WINDOW;
      const inWindow = fetches.splice(0, fetches.filter(({ at }) => at < ends).length);
      const last = Math.max(...inWindow.map(({ at }) => at));
      const met = troubles.filter(({ at }) => at >= began - RECOVERED_MS && at <= last);
      const spoilt = met.filter(({ fault }) => SPOILS.has(fault)).length;
      const bound = 1 + (met.length > 0 ? PROCESSES : 0) + spoilt;
      expect({ key, inWindow: inWindow.length <= bound ? "few" : { inWindow, bound } }).toEqual({
        key,
        inWindow: "few",
      });
      // Where the counter can't be asked, what is read replaces what was held, and is lost if it was never published.
      const unpublished = written.filter(
        (one) =>
          one.key === key &&
          one.fetchedAt >= began &&
          one.fetchedAt <= last &&
          !published.some(({ generation }) => generation === one.generation),
      );
      const most = 1 + spoilt + new Set(unpublished.map(({ generation }) => generation)).size;
      for (let process = 0; process < PROCESSES; process++) {
        const byOne = inWindow.filter(({ by }) => by === process).length;
        expect({ process, fetches: Math.min(byOne, most) }).toEqual({ process, fetches: byOne });
      }
    }
  }

  async function ask(key: string, by: readonly number[]) {
    const askedAt = Date.now();
    const troubled = fleet.origin !== "well" || Date.now() < wellSince + RECOVERED_MS;
    const answers = await finished(
      by.map(async (one) => {
        const started = performance.now();
        const answer = await fleet.ask(one, key);
        expect(performance.now() - started).toBeLessThanOrEqual(LONGEST_ANSWER_MS);
        return answer;
      }),
    );
    for (const answer of answers) {
      if (answer === "error" || answer.stale) expect(troubled).toBe(true);
      if (answer === "error") continue;
      expect(answer.value.key).toBe(key);
      expect(fleet.wellFetches.map(({ fetch }) => fetch)).toContain(answer.value.fetch);
      // Fresh is what was so when it was asked for, though the store may take its time to count.
      const at = answer.stale ? answer.answeredAt : askedAt;
      expect(at < answer.freshUntil).toBe(!answer.stale);
    }
  }

  return {
    async take(step: Step) {
      if ("ask" in step) {
        await ask(step.ask, step.by);
        if (step.settles) await settle(step.by);
      }
      if ("pass" in step) await jest.advanceTimersByTimeAsync(step.pass);
      if ("faults" in step) faults = step.faults;
      if ("origin" in step) {
        fleet.origin = step.origin;
        wellSince = Date.now();
      }
    },
    async recover() {
      faults = ["none"];
      for (let round = 0; round < 3; round++) {
        await jest.advanceTimersByTimeAsync(RECOVERED_MS);
        await settle(fleet.caches.map((_cache, process) => process));
      }
    },
    check() {
      for (const key of KEYS) {
        const hits = fleet.answers.filter(
          ({ value, source }) => value.key === key && source === "cache",
        ).length;
        const { current, ended } = store.hits(key);
        expect({ key, hits: current + ended }).toEqual({ key, hits });
        checkFetches(key);
      }
      // The count starts anew where what another had published in between could not be read.
      const cameBack = ({ value: { key }, fetchedAt }: Answer<Fetched>) =>
        published.filter((one) => one.key === key && one.fetchedAt === fetchedAt).length > 1;
      const numbers = fleet.answers
        .filter((answer) => answer.hits !== null && !cameBack(answer))
        .map(({ value, hits }) => `number ${hits} of fetch ${value.fetch}`);
      expect(numbers.toSorted()).toEqual([...new Set(numbers)].sort());
      expect(fleet.events.filter(({ type }) => type === "hits-lost")).toEqual([]);
    },
  };
}

test("whatever happens to the store, every answer is right and in time, and every hit is counted once, for few fetches", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30, size: "max" }), async (steps) => {
      const fleet = createChaoticFleet();
      for (const one of steps) await fleet.take(one);
      await fleet.recover();
      fleet.check();
    }),
  );
}, 120_000);
