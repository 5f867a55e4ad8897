import type { KeyState } from "./store";
import { createLeaseWatch, createPace } from "./waiting";

const NOW = 1_700_000_000_000;
const held = (fence: number, holder: string | null = "somebody"): KeyState => ({
  generation: null,
  freshUntil: 0,
  fence,
  holder,
  failure: null,
});

describe("a lease", () => {
  let clock: number;
  let isDead: ReturnType<typeof createLeaseWatch>;
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
    clock = NOW;
    isDead = createLeaseWatch(() => clock);
  });
  afterEach(() => jest.useRealTimers());

  it("is dead once it has been seen for 5 s", () => {
    expect(isDead(held(NOW))).toBe(false);
    jest.advanceTimersByTime(4999);
    expect(isDead(held(NOW))).toBe(false);
    jest.advanceTimersByTime(1);
    expect(isDead(held(NOW))).toBe(true);
  });

  it("is watched anew when it is another", () => {
    isDead(held(NOW));
    jest.advanceTimersByTime(5000);
    expect(isDead(held(NOW + 1))).toBe(false);
    jest.advanceTimersByTime(5000);
    expect(isDead(held(NOW + 1))).toBe(true);
  });

  it("that nobody holds is not dead", () => {
    isDead(held(NOW, null));
    jest.advanceTimersByTime(5000);
    expect(isDead(held(NOW, null))).toBe(false);
  });

  it("is not judged by the wall clock, unless it is a minute old", () => {
    clock = NOW + 59_999;
    expect(isDead(held(NOW))).toBe(false);
    clock = NOW + 60_000;
    expect(isDead(held(NOW))).toBe(true);
  });
});

describe("the pace of looking", () => {
  const delays = (random: number, count: number) => {
    const pace = createPace(() => random);
    return Array.from({ length: count }, (_, looks) => pace.delay(looks));
  };

  it("begins when a fetch usually is over", () => {
    expect(delays(0, 1)).toEqual([210]);
    expect(delays(1, 1)).toEqual([230]);
  });

  it("goes on ever slower, to four times a second", () => {
    const [, first, second, third] = delays(0.5, 4);
    expect(first).toBeCloseTo(40);
    expect(second).toBeCloseTo(40 * 1.15);
    expect(third).toBeCloseTo(40 * 1.15 ** 2);
    expect(delays(0.5, 40).at(-1)).toBe(250);
  });

  it("is never the same in two processes", () => {
    const [[, least = 0] = [], [, most = 0] = []] = [delays(0, 2), delays(1, 2)];
    expect(least).toBeCloseTo(40 * (2 / 3));
    expect(most).toBeCloseTo(40 * (4 / 3));
  });

  it("learns how long a fetch takes, by a quarter each time", () => {
    const pace = createPace(() => 0);
    pace.learn(100);
    expect(pace.delay(0)).toBe(175 + 10);
    pace.learn(100);
    expect(pace.delay(0)).toBe(156.25 + 10);
  });

  it("does not wait for long where fetches take long", () => {
    const pace = createPace(() => 0);
    for (let fetch = 0; fetch < 40; fetch++) pace.learn(4000);
    expect(pace.delay(0)).toBeCloseTo(300 + 10, 1);
    pace.learn(0);
    expect(pace.delay(0)).toBeCloseTo(225 + 10, 1);
  });

  it("learns nothing from a clock that was set back", () => {
    const pace = createPace(() => 0);
    pace.learn(-1);
    expect(pace.delay(0)).toBe(200 + 10);
  });

  it("takes off what has passed of a fetch, where clocks agree about that", () => {
    const pace = createPace(() => 0);
    expect(pace.delay(0, 150)).toBe(50 + 10);
    expect(pace.delay(0, 5000)).toBe(10);
    expect(pace.delay(0, -5000)).toBe(200 + 10);
    expect(pace.delay(1, 150)).toBe(pace.delay(1));
  });
});
