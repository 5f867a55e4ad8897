import type { Ask } from "./asks";
import type { Outcome } from "./outcome";
import { examplesOf, unexpected } from "./unexpected";

const good: Ask = { kind: "api", method: "GET", path: "/api/movies?query=a", key: "a" };
const wrong: Ask = { kind: "wrong", method: "POST", path: "/api/movies", key: null, refusal: 405 };
const outcome = (ask: Ask, status: number, what: string | null = null): Outcome => ({
  ask,
  at: 1500,
  tookMs: 1,
  status,
  told: null,
  wrong: what,
});

it("finds a status that is not permitted, and an answer that is wrong whatever its status", () => {
  const outcomes = [
    outcome(good, 200),
    outcome(good, 502),
    outcome(good, 200, "says nothing"),
    outcome(good, 500),
  ];
  expect(unexpected(outcomes, () => [200, 502])).toEqual([
    "1.5 s: GET /api/movies?query=a: says nothing",
    "1.5 s: GET /api/movies?query=a: 500",
  ]);
});

it("takes a refusal for a wrong request only", () => {
  expect(unexpected([outcome(wrong, 405)], () => [200])).toEqual([]);
  expect(unexpected([outcome(good, 405)], () => [200])).toHaveLength(1);
});

it("says a few of each kind", () => {
  const many = Array.from({ length: 9 }, (_, index) => `error ${index}`);
  expect(examplesOf(many, ["a line"])).toEqual([...many.slice(0, 5), "a line"]);
});
