import { createDeadline } from "./deadline";

const after = (...answers: number[]) => {
  const deadline = createDeadline();
  for (const ms of answers) deadline.answered(ms);
  return deadline;
};

it("gives a store that has not answered yet a second", () => {
  expect(createDeadline().current()).toBe(1000);
});

it("gives a quick store 150 ms", () => {
  expect(after(5).current()).toBe(150);
  expect(after(5, 5, 5, 5).current()).toBe(150);
});

it("is the first answer's time and twice as much, as RFC 6298 says", () => {
  expect(after(100).current()).toBe(100 + 4 * 50);
});

it("then follows the smoothed time and its variation", () => {
  // RFC 6298, 2.3: variation 3/4 · 50 + 1/4 · |100 − 180|, time 7/8 · 100 + 1/8 · 180
  expect(after(100, 180).current()).toBeCloseTo(110 + 4 * 57.5);
  expect(after(100, 20).current()).toBeCloseTo(90 + 4 * 57.5);
});

it("closes in on a store that always takes as long", () => {
  expect(after(...Array<number>(60).fill(200)).current()).toBeCloseTo(200, 0);
});

it("is a second at most", () => {
  expect(after(900).current()).toBe(1000);
});

it("is twice what was missed, and learnt anew with the next answer", () => {
  const deadline = after(5);
  deadline.missed(150);
  deadline.missed(150);
  expect(deadline.current()).toBe(300);
  deadline.missed(300);
  expect(deadline.current()).toBe(600);
  deadline.missed(150);
  expect(deadline.current()).toBe(600);
  deadline.missed(600);
  expect(deadline.current()).toBe(1000);
  deadline.answered(5);
  expect(deadline.current()).toBe(150);
});
