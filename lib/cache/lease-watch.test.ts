import type { KeyState } from "./store";
import { createLeaseWatch } from "./lease-watch";

const NOW = 1_700_000_000_000;
const held = (fence: number, holder: string | null = "somebody"): KeyState => ({
  generation: null,
  freshUntil: 0,
  clearedAt: 0,
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
