/** A time of a soak, in milliseconds since its traffic began; the end is not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Times one after the other without a gap, in these proportions. */
export function spansOf(shares: readonly number[], wholeMs: number): Span[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const spans: Span[] = [];
  let before = 0;
  for (const share of shares) {
    const from = spans.at(-1)?.to ?? 0;
    before += share;
    spans.push({ from, to: Math.round((wholeMs * before) / all) });
  }
  return spans;
}

/** What happened in a time. */
export const within = <T extends { readonly at: number }>(all: readonly T[], { from, to }: Span): T[] =>
  all.filter(({ at }) => at >= from && at < to);

/** The times between which memory is compared: the first calm, and as long a time at the end. */
export interface CalmSpans {
  readonly first: Span;
  readonly last: Span;
}

/** @throws {RangeError} when nothing is calm */
export function calmSpans(phases: readonly (Span & { readonly name: string })[]): CalmSpans {
  const first = phases.find(({ name }) => name === "calm");
  const to = phases.at(-1)?.to ?? 0;
  if (!first) throw new RangeError("No phase is calm");
  return { first, last: { from: to - (first.to - first.from), to } };
}
