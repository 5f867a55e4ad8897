import { madeAddition, outdated, slotsOf, tracesIn, voided } from "./additions";

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

it("are found in an item, unless they are no numbers", () => {
  const item = { ...itemOf(2), s_odd: { S: "x" } };
  expect(tracesIn(item)).toEqual([
    { by: "p0", sequence: NOW },
    { by: "p1", sequence: NOW + 1000 },
  ]);
});

describe("outdated additions", () => {
  const tracesOf = (processes: number) => tracesIn(itemOf(processes));

  it("are nobody's as long as there are few", () => {
    expect(outdated(tracesOf(16), NOW + 3_600_000)).toEqual([]);
  });

  it("are those of more than 30 s ago, as soon as there are many and it is worth it", () => {
    expect(outdated(tracesOf(17), NOW + 33_000)).toEqual([]);
    expect(outdated(tracesOf(17), NOW + 33_001).map(({ by }) => by)).toEqual(["p3", "p2", "p1", "p0"]);
  });

  it("are as many as one update removes", () => {
    expect(outdated(tracesOf(60), NOW + 3_600_000)).toHaveLength(25);
  });
});
