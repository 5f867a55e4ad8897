/** Whether an answer was as it is in calm: good, fresh and counted. */
export interface Mood {
  /** When it was asked for, in milliseconds since the traffic began. */
  readonly at: number;
  readonly calm: boolean;
}

/**
 * How long it took after a failure until answers were as in calm again.
 * @param from when it failed no more, in milliseconds since the traffic began
 * @param until when something else began to fail
 * @param stretchMs so long all answers have to be as in calm
 * @returns milliseconds; null when they never were
 */
export function recoveryMs(
  answers: readonly Mood[],
  from: number,
  until: number,
  stretchMs: number,
): number | null {
  const times = answers.filter(({ at }) => at >= from && at < until).sort((one, other) => one.at - other.at);
  let calmSince: number | undefined = from;
  for (const { at, calm } of times) {
    if (calm) calmSince ??= at;
    if (calm && at - (calmSince ?? at) >= stretchMs) break;
    if (!calm) calmSince = undefined;
  }
  const last = times.at(-1)?.at ?? from;
  return calmSince !== undefined && last - calmSince >= stretchMs ? calmSince - from : null;
}
