/** What is told of many measurements, in their own unit. */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * The smallest value that at least this share of all values does not exceed (the nearest rank), so it is always one
 * that was measured.
 * @param share above 0, at most 1
 * @throws {RangeError} when there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
  if (value === undefined) throw new RangeError("There is no percentile of no values");
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function summarize(values: readonly number[]): Summary {
  return {
    n: values.length,
    min: percentile(values, Number.MIN_VALUE),
    p50: median(values),
    p99: percentile(values, 0.99),
    max: percentile(values, 1),
  };
}
