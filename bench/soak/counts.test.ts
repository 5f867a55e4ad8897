import { checkCounts, type CountedAnswer } from "./counts";

const FIRST = "2026-01-01T00:00:00.000Z";
const SECOND = "2026-01-01T00:02:00.000Z";

/** Answers of a key, one each second; an E is an error, a U one from the cache that was not counted. */
function answersOf(
  numbers: readonly (number | "E" | "U")[],
  fetchedAt: string | null = FIRST,
  key = "a",
): CountedAnswer[] {
  return numbers.map((hits, index) => ({
    key,
    at: (fetchedAt === SECOND ? 120_000 : 0) + 1000 * index,
    tookMs: 10,
    told:
      hits === "E"
        ? null
        : {
            source: hits === 0 ? "tmdb" : "cache",
            hits: hits === "U" ? null : hits,
            stale: false,
            fetchedAt,
          },
  }));
}
const stored = (hits: number) => new Map([["a", hits]]);
const NOTHING_WRONG = { duplicates: 0, incomplete: [], lost: 0, invented: 0 };

it("finds nothing wrong with numbers that each window has once, in whatever order they come", () => {
  const answers = [...answersOf([0, 2, 1, 3]), ...answersOf([0, 1], SECOND)];
  expect(checkCounts(answers, stored(4), [])).toEqual({
    ...NOTHING_WRONG,
    keys: 1,
    windows: 2,
    undisturbed: 2,
    counted: 4,
    uncounted: 0,
    numbersOfUncounted: 0,
  });
});

it("finds a number that is given twice, and a second fetch of one window", () => {
  expect(checkCounts(answersOf([0, 1, 2, 2]), stored(3), [])).toMatchObject({ duplicates: 1 });
  expect(checkCounts(answersOf([0, 0, 1]), stored(1), [])).toMatchObject({ duplicates: 1 });
});

it("finds a number that nobody got, and what else was answered meanwhile", () => {
  const answers = answersOf([0, 1, 4]);
  const [other] = answersOf([0], SECOND).map((one) => ({ ...one, at: 2005 })) as [CountedAnswer];
  expect(checkCounts([...answers, other], stored(2), [])).toMatchObject({
    incomplete: [{ key: "a", fetchedAt: FIRST, from: 0, to: 2010, missing: [2, 3], meanwhile: [other] }],
  });
  expect(checkCounts(answersOf([0, 2]), stored(1), [])).toMatchObject({ incomplete: [{ missing: [1] }] });
});

it("lets numbers be missing that an answer of another window may have taken, told as uncounted or as a fetch", () => {
  const window = answersOf([0, 1, 3, 4]);
  const later = (hits: 0 | "U") => answersOf([hits], SECOND).map((one) => ({ ...one, at: 1500 }));
  const all = [...window, ...later("U")];
  expect(checkCounts(all, stored(4), [])).toMatchObject({
    incomplete: [],
    undisturbed: 0,
    numbersOfUncounted: 1,
  });
  expect(checkCounts([...window, ...later(0)], stored(3), [])).toMatchObject({ incomplete: [] });
  // The fetch that ends a window takes no number of it.
  const next = answersOf([0], SECOND).map((one) => ({ ...one, at: 3005 }));
  expect(checkCounts([...window, ...next], stored(3), [])).toMatchObject({ incomplete: [{ missing: [2] }] });
});

it("finds hits that the table has lost or invented", () => {
  expect(checkCounts(answersOf([0, 1, 2]), stored(1), [])).toMatchObject({ lost: 1, invented: 0 });
  expect(checkCounts(answersOf([0, 1, 2]), stored(4), [])).toMatchObject({ lost: 0, invented: 2 });
  const two = [...answersOf([0, 1]), ...answersOf([0, 1], FIRST, "b")];
  const unequal = new Map([
    ["a", 2],
    ["b", 0],
  ]);
  expect(checkCounts(two, unequal, [])).toMatchObject({ lost: 1, invented: 1 });
});

it("lets hits that were told as uncounted take numbers, but be in the table", () => {
  const answers = answersOf([0, 1, "U", 3]);
  expect(checkCounts(answers, stored(3), [])).toMatchObject({
    ...NOTHING_WRONG,
    numbersOfUncounted: 1,
    uncounted: 1,
  });
  expect(checkCounts(answers, stored(2), [])).toMatchObject({ lost: 1 });
});

it("lets numbers of a disturbed window be missing, but none be given twice", () => {
  const disturbances = [{ from: 500, to: 1500 }];
  expect(checkCounts(answersOf([0, 1, 3]), stored(2), disturbances)).toMatchObject({
    incomplete: [],
    undisturbed: 0,
  });
  expect(checkCounts(answersOf([0, 1, 1]), stored(2), disturbances)).toMatchObject({ duplicates: 1 });
  const before = [{ from: -500, to: -100 }];
  expect(checkCounts(answersOf([0, 1, 3]), stored(2), before)).toMatchObject({
    incomplete: [{ missing: [2] }],
  });
});

it("lets each number of a page come as often as there were fetches, or answers that failed", () => {
  const once = answersOf([0, 1, 2, 1], null);
  expect(checkCounts(once, stored(3), [])).toMatchObject({ duplicates: 1, windows: 0 });
  expect(checkCounts(answersOf([0, 1, 0, 1], null), stored(2), [])).toMatchObject({ duplicates: 0 });
  expect(checkCounts(answersOf(["E", 1, 0, 1], null), stored(2), [])).toMatchObject({ duplicates: 0 });
});
