import { short, table } from "../../docs/markdown";
import type { Claim } from "./claims";
import type { SoakResult } from "./measure";
import type { PhaseRow } from "./phase-rows";

const verdict = (met: boolean | null) => (met === null ? "not judged" : met ? "met" : "BROKEN");

/** What had to hold, in Markdown. */
export const claimTable = (claims: readonly Claim[]): string =>
  table(
    ["claim", "limit", "measured", ""],
    claims.map(({ what, limit, found, met }) => [what, limit, found, verdict(met)]),
  );

const statusesInWords = (statuses: PhaseRow["statuses"]) =>
  Object.entries(statuses)
    .map(([status, times]) => `${times} × ${status}`)
    .join(", ");

/** What was answered in each phase, in Markdown. */
export const phaseTable = (phases: readonly PhaseRow[]): string =>
  table(
    ["phase", "s", "requests", "answers", "p50 ms", "p99 ms", "stale", "uncounted", "processors busy"],
    phases.map(({ name, seconds, requests, statuses, p50, p99, stale, uncounted, cpu }) => [
      name,
      short(seconds),
      String(requests),
      statusesInWords(statuses),
      short(p50),
      short(p99),
      String(stale),
      String(uncounted),
      `${Math.round(100 * cpu)} %`,
    ]),
  );

/** The tables of the soak, in Markdown. */
export function soakReport(result: SoakResult): string {
  const { seconds, windowSeconds, processes, perSecond, store, phases, counts, heaps, claims } = result;
  const collected = heaps.map((heap, index) => {
    const found = heap ? `${short(heap.first)} MB, then ${short(heap.last)} MB` : "there was none";
    return `process ${index + 1}: ${found}`;
  });
  return [
    "## Ten minutes of failures",
    `${processes} processes of the app in production, ${perSecond} requests a second each, for ${seconds} s with a window of ${windowSeconds} s: searches that many ask for, others that come back when their window is over, some that nobody has asked for, films, pages, and requests that are wrong (400, 404, 405). TMDB is the stand-in, DynamoDB is ${store}; both, and the clients, share the machine.`,
    claimTable(claims),
    `A recovery ends with the first of ${short(seconds / 120)} s in which every answer is good, fresh and counted. Of ${counts.windows} windows of the API ${counts.undisturbed} were undisturbed: no answer of theirs is uncounted, and DynamoDB did not fail meanwhile. In the others ${counts.numbersOfUncounted} numbers are nobody's; ${counts.uncounted} answers said that they were not counted, and were later.`,
    phaseTable(phases),
    `The heap after a full collection, in the first and the last minute in calm: ${collected.join("; ")}.`,
  ].join("\n\n");
}
