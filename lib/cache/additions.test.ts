import { madeAddition, oldAdditions, slotsOf, voided } from "./additions";

const NOW = 1_700_000_000_000;
const number = (value: number) => ({ N: String(value) });

/** An item with the additions of so many processes, `p0` first, one a second. */
const itemOf = (processes: number, from = NOW) => ({
  pk: { S: "search?query=matrix" },
  hits: number(7),
  ...Object.fromEntries(
    Array.from({ length: processes }, (_, index) => [
      [`s_p${index}`, number(from + index * 1000)],
      [`n_p${index}`, number(index)],
    ]).flat(),
  ),
});

it("names a process's two attributes", () => {
  expect(slotsOf("p1")).toEqual({ sequence: "s_p1", hits: "n_p1" });
});

it("declares an addition void above itself and below the next", () => {
  expect(voided(5)).toBeGreaterThan(5);
  expect(voided(5)).toBeLessThan(6);
});

describe("an addition", () => {
  const item = itemOf(3);

  it("was made when it is the newest of its process, and has the count after it", () => {
    expect(madeAddition(item, "p2", NOW + 2000)).toEqual({ hits: 2 });
  });

  it("is not known to be made when another is there, or none", () => {
    expect(madeAddition(item, "p2", NOW + 2001)).toBeUndefined();
    expect(madeAddition(item, "p9", NOW)).toBeUndefined();
    expect(madeAddition({}, "p0", NOW)).toBeUndefined();
    expect(madeAddition({ s_p0: number(NOW) }, "p0", NOW)).toEqual({ hits: NaN });
  });
});

describe("old additions", () => {
  it("are nobody's as long as there are few", () => {
    expect(oldAdditions(itemOf(16), NOW + 3_600_000)).toEqual([]);
  });

  it("are those of more than a minute ago, as soon as there are many", () => {
    const old = oldAdditions(itemOf(17), NOW + 62_000);
    expect(old).toEqual([
      { by: "p0", sequence: String(NOW) },
      { by: "p1", sequence: String(NOW + 1000) },
    ]);
  });

  it("are as many as one update removes", () => {
    expect(oldAdditions(itemOf(60), NOW + 3_600_000)).toHaveLength(25);
  });

  it("are not those that hold no number", () => {
    const item = { ...itemOf(17, NOW + 3_600_000), s_odd: { S: "x" } };
    expect(oldAdditions(item, NOW + 3_600_000)).toEqual([{ by: "odd", sequence: "" }]);
  });
});
