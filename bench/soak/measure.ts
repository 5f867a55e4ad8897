import { setTimeout as sleep } from "node:timers/promises";

import { sampleCatalogue } from "../../local/tmdb/catalogue/sample-catalogue";
import { buildApp, removeCopy } from "../http/build";
import { median } from "../statistics";
import { askedFilms, createAsks } from "./asks";
import { atMost, countClaims, memoryClaim, recoveryClaim, trafficClaims, type Claim } from "./claims";
import type { CountCheck } from "./counts";
import { countedOf, moodsOf, type Outcome } from "./outcome";
import { phaseRows, type PhaseRow } from "./phase-rows";
import { isFault, permittedDuring, phaseAt, schedule, type Phase } from "./phases";
import { recoveryMs } from "./recovery";
import { runTraffic } from "./run-traffic";
import { soakSeconds } from "./seconds";
import type { SoakServer } from "./servers";
import { startSetting, type SoakSetting } from "./setting";
import { settledCounts } from "./settled-counts";
import { calmSpans, within, type CalmSpans } from "./spans";
import { examplesOf, unexpected } from "./unexpected";
import { memoryIn, watch } from "./watch";

/** Medians of the first and the last minute in calm, in megabytes. */
interface Memory {
  readonly first: number;
  readonly last: number;
}

export interface SoakResult {
  readonly seconds: number;
  readonly windowSeconds: number;
  readonly processes: number;
  /** Requests to each process. */
  readonly perSecond: number;
  /** What DynamoDB was. */
  readonly store: string;
  readonly phases: readonly PhaseRow[];
  readonly counts: CountCheck;
  /** Of each process: what was left after a full collection; null where there was none. */
  readonly heaps: readonly (Memory | null)[];
  readonly claims: readonly Claim[];
}

const SECONDS = 600;
const WINDOWS = 5;
const PROCESSES = 2;
const PER_SECOND = 24;
const SEED = "soak";

type Say = (line: string) => void;

/** Enters each phase when its time comes. */
async function keepTo(
  phases: readonly Phase[],
  setting: SoakSetting,
  now: () => number,
  say: Say,
): Promise<void> {
  for (const phase of phases) {
    await sleep(Math.max(0, phase.from - now()));
    await setting.enter(phase);
    say(`Soak: ${phase.name}, ${Math.round((phase.to - phase.from) / 1000)} s`);
  }
}

function heapOf({ heaps }: SoakServer, { first, last }: CalmSpans): Memory | null {
  const [before = [], after = []] = [first, last].map((span) => within(heaps, span).map(({ mb }) => mb));
  return before.length > 0 && after.length > 0 ? { first: median(before), last: median(after) } : null;
}

function recoveryClaims(phases: readonly Phase[], outcomes: readonly Outcome[], limitMs: number): Claim[] {
  const moods = moodsOf(outcomes);
  // Five seconds of ten minutes.
  const stretchMs = (phases.at(-1)?.to ?? 0) / 120;
  return phases.filter(isFault).map((fault) => {
    const { from, to } = phaseAt(phases, fault.to);
    return recoveryClaim(fault.name, recoveryMs(moods, from, to, stretchMs), limitMs);
  });
}

/**
 * Has clients ask two processes of the app for ten minutes, while TMDB and DynamoDB fail on a schedule.
 * @returns what was answered, and which claims hold
 */
export async function measureSoak(say: Say): Promise<SoakResult> {
  const seconds = soakSeconds(SECONDS);
  const windowSeconds = seconds / WINDOWS;
  const phases = schedule(seconds);
  const catalogue = askedFilms(sampleCatalogue(), PROCESSES * PER_SECOND, windowSeconds);
  const asks = createAsks(catalogue, SEED, false);
  let origin = Infinity;
  const now = () => performance.now() - origin;
  say("Soak: building the app");
  await buildApp();
  const setting = await startSetting(PROCESSES, windowSeconds, now);
  const { servers, store, storedHits } = setting;
  const urls = servers.map(({ url }) => url);
  try {
    origin = performance.now();
    const pids = servers.map(({ pid }) => pid);
    const { samples, stop } = watch(pids, now);
    const [run] = await Promise.all([
      runTraffic({ urls, asks, perSecond: PER_SECOND, seconds, now }),
      keepTo(phases, setting, now, say),
    ]);
    stop();
    const { outcomes } = run;
    const disturbances = phases.filter((phase) => phase.store);
    const counts = await settledCounts({ answers: countedOf(outcomes), disturbances, storedHits, urls });

    const surprises = unexpected(outcomes, (outcome) => permittedDuring(phases, outcome));
    const uncaught = servers.flatMap((server) => server.uncaught);
    for (const line of examplesOf(surprises, uncaught)) say(`Soak: ${line}`);
    const ended = servers.filter((server) => !server.alive()).length;
    const spans = calmSpans(phases);
    return {
      seconds,
      windowSeconds,
      processes: PROCESSES,
      perSecond: PER_SECOND,
      store,
      phases: phaseRows(phases, outcomes, samples),
      counts,
      heaps: servers.map((server) => heapOf(server, spans)),
      claims: [
        ...countClaims(counts, { lost: 0, invented: 0 }),
        atMost("answers that their phase does not permit", 0, surprises.length, `${outcomes.length} answers`),
        ...trafficClaims(run, uncaught, "all that was written"),
        atMost("processes that ended", 0, ended, String(PROCESSES)),
        ...servers.map((_, index) =>
          memoryClaim(
            `process ${index + 1}`,
            memoryIn(samples, index, spans.first),
            memoryIn(samples, index, spans.last),
            spans.first.from,
          ),
        ),
        ...recoveryClaims(phases, outcomes, 1000 * windowSeconds),
      ],
    };
  } finally {
    await setting.close();
    await removeCopy();
  }
}
