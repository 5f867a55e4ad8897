import type { Ask } from "./asks";
import type { CountedAnswer } from "./counts";
import { readAnswer, type ReadAnswer } from "./read-answer";
import type { Mood } from "./recovery";
import type { Asked } from "./traffic";

/** What became of a request. */
export interface Outcome extends ReadAnswer {
  readonly ask: Ask;
  /** Milliseconds since the traffic began. */
  readonly at: number;
  readonly tookMs: number;
  readonly status: number;
}

export const outcomeOf = ({ ask, at, tookMs, answer }: Asked): Outcome => ({
  ask,
  at,
  tookMs,
  status: answer.status,
  ...readAnswer(ask, answer),
});

/** Those that are counted, with their keys. */
export const countedOf = (outcomes: readonly Outcome[]): CountedAnswer[] =>
  outcomes.flatMap(({ ask: { key }, at, tookMs, told }) => (key === null ? [] : [{ key, at, tookMs, told }]));

/** Those that show how the app is: a wrong request gets the same answer at all times. */
export const moodsOf = (outcomes: readonly Outcome[]): Mood[] =>
  outcomes.flatMap(({ ask: { key }, at, told }) =>
    key === null ? [] : [{ at, calm: told !== null && !told.stale && told.hits !== null }],
  );
