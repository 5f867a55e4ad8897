import { median, percentile } from "../statistics";
import type { Outcome } from "./outcome";
import { within, type Span } from "./spans";
import type { Sample } from "./watch";

/** What was answered in a phase. */
export interface PhaseRow {
  readonly name: string;
  readonly seconds: number;
  readonly requests: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers with a copy because TMDB could not be asked. */
  readonly stale: number;
  /** Answers that say that they were not counted. */
  readonly uncounted: number;
  /** Share of all processors that was busy, from 0 to 1; the median of its seconds. */
  readonly cpu: number;
}

interface NamedSpan extends Span {
  readonly name: string;
}

function rowOf(phase: NamedSpan, outcomes: readonly Outcome[], samples: readonly Sample[]): PhaseRow {
  const all = within(outcomes, phase);
  const times = all.map(({ tookMs }) => tookMs);
  const cpu = within(samples, phase).map((sample) => sample.cpu);
  const statuses: Record<string, number> = {};
  for (const { status } of all) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    name: phase.name,
    seconds: (phase.to - phase.from) / 1000,
    requests: all.length,
    statuses,
    p50: times.length > 0 ? median(times) : NaN,
    p99: times.length > 0 ? percentile(times, 0.99) : NaN,
    stale: all.filter(({ told }) => told?.stale).length,
    uncounted: all.filter(({ told }) => told?.hits === null).length,
    cpu: cpu.length > 0 ? median(cpu) : NaN,
  };
}

/** A row for each phase, of the requests that were sent in it. */
export const phaseRows = (
  phases: readonly NamedSpan[],
  outcomes: readonly Outcome[],
  samples: readonly Sample[],
): PhaseRow[] => phases.map((phase) => rowOf(phase, outcomes, samples));
