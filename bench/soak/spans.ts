/** A time of a soak, in milliseconds since its traffic began; the end is not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lays parts of a whole one after the other, each as long as its share is, without a gap. */
export function inTurn<Part extends { readonly share: number }>(
  parts: readonly Part[],
  wholeMs: number,
): (Part & Span)[] {
  const all = parts.reduce((sum, { share }) => sum + share, 0);
  let before = 0;
  const edge = () => Math.round((wholeMs * before) / all);
  return parts.map((part) => {
    const from = edge();
    before += part.share;
    return { ...part, from, to: edge() };
  });
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
