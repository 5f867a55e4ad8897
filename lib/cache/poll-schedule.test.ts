import { createPollSchedule } from "./poll-schedule";

describe("the schedule of looking", () => {
  const delays = (random: number, count: number) => {
    const schedule = createPollSchedule(() => random);
    return Array.from({ length: count }, (_, looks) => schedule.delay(looks));
  };

  it("begins when a fetch usually is over", () => {
    expect(delays(0, 1)).toEqual([210]);
    expect(delays(1, 1)).toEqual([230]);
  });

  it("goes on ever slower, to four times a second", () => {
    const [, first, second, third] = delays(0.5, 4);
    expect(first).toBeCloseTo(55);
    expect(second).toBeCloseTo(60.5);
    expect(third).toBeCloseTo(66.55);
    expect(delays(0.5, 40).at(-1)).toBe(250);
  });

  it("is never the same in two processes", () => {
    const [[, least = 0] = [], [, most = 0] = []] = [delays(0, 2), delays(1, 2)];
    expect(least).toBeCloseTo(55 * (2 / 3));
    expect(most).toBeCloseTo(55 * (4 / 3));
  });

  it("learns how long a fetch takes, by a quarter each time", () => {
    const schedule = createPollSchedule(() => 0);
    schedule.learn(100);
    expect(schedule.delay(0)).toBe(175 + 10);
    schedule.learn(100);
    expect(schedule.delay(0)).toBe(156.25 + 10);
  });

  it("does not wait for long where fetches take long", () => {
    const schedule = createPollSchedule(() => 0);
    for (let fetch = 0; fetch < 40; fetch++) schedule.learn(4000);
    expect(schedule.delay(0)).toBeCloseTo(300 + 10, 1);
    schedule.learn(0);
    expect(schedule.delay(0)).toBeCloseTo(225 + 10, 1);
  });

  it("learns nothing from a clock that was set back", () => {
    const schedule = createPollSchedule(() => 0);
    schedule.learn(-1);
    expect(schedule.delay(0)).toBe(200 + 10);
  });

  it("takes off what has passed of a fetch, where clocks agree about that", () => {
    const schedule = createPollSchedule(() => 0);
    const after = (sinceMs: number, polls = 0) => schedule.delay(polls, { sinceMs, saveMs: 0 });
    expect(after(150)).toBe(50 + 10);
    expect(after(5000)).toBe(10);
    expect(after(-5000)).toBe(200 + 10);
    expect(after(150, 1)).toBe(schedule.delay(1));
  });

  it("leaves time to save what was fetched, with a store that is not out of order", () => {
    const schedule = createPollSchedule(() => 0);
    expect(schedule.delay(0, { sinceMs: 0, saveMs: 30 })).toBe(200 + 30 + 10);
    expect(schedule.delay(0, { sinceMs: 0, saveMs: 900 })).toBe(200 + 100 + 10);
    expect(schedule.delay(1, { sinceMs: 0, saveMs: 30 })).toBe(schedule.delay(1));
  });
});
