import { recoveryMs } from "./recovery";

/** An answer each 100 ms, from 1000 on; an x is one that is not as in calm. */
const moods = (marks: string) =>
  [...marks].map((mark, index) => ({ at: 1000 + 100 * index, calm: mark !== "x" }));

it("takes no time where all answers are as in calm", () => {
  expect(recoveryMs(moods("......"), 1000, 2000, 300)).toBe(0);
});

it("lasts until the first answer of a stretch in which all are as in calm", () => {
  expect(recoveryMs(moods("xx.x....."), 1000, 2000, 300)).toBe(400);
  expect(recoveryMs(moods("xx.x....x"), 1000, 2000, 300)).toBe(400);
});

it("is not over where no stretch is long enough, or nobody is answered", () => {
  expect(recoveryMs(moods("..x..x.."), 1000, 2000, 300)).toBeNull();
  expect(recoveryMs(moods("xxxx"), 1000, 2000, 300)).toBeNull();
  expect(recoveryMs([], 1000, 2000, 300)).toBeNull();
});

it("does not look before the end of the failure, nor after the beginning of the next", () => {
  expect(recoveryMs(moods("xxx......"), 1300, 2000, 300)).toBe(0);
  expect(recoveryMs(moods("x........"), 1000, 1300, 300)).toBeNull();
});

it("takes answers in whatever order they came", () => {
  expect(recoveryMs(moods("xx......").reverse(), 1000, 2000, 300)).toBe(200);
});
