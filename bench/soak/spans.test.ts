import { calmSpans, inTurn, within } from "./spans";

it("fills a time in the given proportions, without a gap", () => {
  const parts = [1, 2, 1].map((share) => ({ share }));
  expect(inTurn(parts, 1000)).toEqual([
    { share: 1, from: 0, to: 250 },
    { share: 2, from: 250, to: 750 },
    { share: 1, from: 750, to: 1000 },
  ]);
  const thirds = inTurn([{ share: 1 }, { share: 1 }, { share: 1 }], 1000);
  expect(thirds.map(({ to }) => to)).toEqual([333, 667, 1000]);
});

it("has its beginning in it, and not its end", () => {
  const all = [0, 99, 100, 199, 200].map((at) => ({ at }));
  expect(within(all, { from: 100, to: 200 })).toEqual([{ at: 100 }, { at: 199 }]);
});

it("compares the first calm with as long a time at the end", () => {
  const phases = ["warm-up", "calm", "fault", "calm"].map((name, index) => ({
    name,
    from: 100 * index,
    to: 100 * (index + 1) + (name === "calm" && index > 1 ? 200 : 0),
  }));
  expect(calmSpans(phases)).toEqual({ first: phases[1], last: { from: 500, to: 600 } });
  expect(() => calmSpans([])).toThrow(RangeError);
});
