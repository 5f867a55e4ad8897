import type { Outcome } from "./outcome";

/** So many of each kind are said. */
const EXAMPLES = 5;

/** The first few lines of each kind, for who reads along. */
export const examplesOf = (...kinds: readonly (readonly string[])[]): string[] =>
  kinds.flatMap((lines) => lines.slice(0, EXAMPLES));

/**
 * Answers that are wrong, or have a status that is not permitted.
 * @param permitted what a good request may be answered with
 * @returns a line for each
 */
export function unexpected(
  outcomes: readonly Outcome[],
  permitted: (outcome: Outcome) => readonly number[],
): string[] {
  return outcomes.flatMap((outcome) => {
    const { ask, at, status, wrong } = outcome;
    const isPermitted = ask.refusal === status || permitted(outcome).includes(status);
    const what = wrong ?? (isPermitted ? null : String(status));
    return what === null ? [] : [`${(at / 1000).toFixed(1)} s: ${ask.method} ${ask.path}: ${what}`];
  });
}
