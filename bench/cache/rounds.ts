import { setTimeout as sleep } from "node:timers/promises";

import type { Asked } from "../jobs/ask";
import type { Worker } from "../fleet/start-worker";
import type { PeerName } from "../peers";
import { median, summarize, type Summary } from "../statistics";
import type { Setting } from "./setting";

export const PROCESSES = 8;
export const CLIENTS = 50;
/** Ours has a budget that every round must meet; what the others do shows in fewer, and theirs take longer. */
const ROUNDS = { ours: 20, others: 10 };
/** Whole seconds, since a peer knows no less. */
const WINDOW_MS = 8000;
/** Between the order to begin and the beginning, for the order to reach all processes. */
const HEAD_START_MS = 60;
/** How long nothing must have happened for a round to be over: peers refresh and write after their answers, too. */
const QUIET_MS = 80;
/** A clock's granularity past the window's end. */
const PAST_END_MS = 50;

/** Many clients of many processes ask for one key at once. */
export interface Round {
  /** Calls to the upstream. */
  readonly calls: number;
  /** Requests to DynamoDB. */
  readonly requests: number;
  /** Answers of a page from an earlier window, though the upstream is up. */
  readonly oldAnswers: number;
  /** Names of the errors that clients got. */
  readonly errors: readonly string[];
  /** Whether all hits had the numbers 1, 2, 3 …, each once; null where nothing is counted. */
  readonly countedExactly: boolean | null;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface Rounds {
  readonly calls: Spread;
  readonly requests: Spread;
  readonly oldAnswers: Spread;
  readonly errors: number;
  /** Milliseconds until a client had its answer, all rounds together. */
  readonly latency: Summary;
  /** Of those alone who waited for what another fetched, and who fetched; null where the peer does not tell them. */
  readonly waiters: Summary | null;
  readonly fetchers: Summary | null;
  /** In how many rounds, of those in which hits were counted at all. */
  readonly countedExactly: { readonly rounds: number; readonly of: number } | null;
  readonly rounds: readonly Round[];
}

interface Played {
  readonly round: Round;
  readonly answers: readonly Asked[];
}

/** All clients' answers must have every number from 0, the fetch, to the last hit. */
function countsExactly(answers: readonly Asked[]): boolean | null {
  const numbers = answers.flatMap(({ hits }) => hits ?? []).sort((one, other) => one - other);
  if (numbers.length === 0) return null;
  return numbers.length === answers.length && numbers.every((number, index) => number === index);
}

async function requestsOf(fleet: readonly Worker[]): Promise<number> {
  const counts = await Promise.all(fleet.map((worker) => worker.do("requestsSent")));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function untilQuiet({ upstream }: Setting, fleet: readonly Worker[]): Promise<void> {
  for (let before = -1; ;) {
    const requests = await requestsOf(fleet);
    if (requests === before && !upstream.busy()) return;
    before = requests;
    await sleep(QUIET_MS);
  }
}

async function runRound(setting: Setting, fleet: readonly Worker[], key: string): Promise<Played> {
  const { upstream } = setting;
  const [callsBefore, requestsBefore] = [upstream.calls(key), await requestsOf(fleet)];
  const at = Date.now() + HEAD_START_MS;
  const answers = (
    await Promise.all(fleet.map((worker) => worker.do("ask", { key, clients: CLIENTS, at })))
  ).flat();
  await untilQuiet(setting, fleet);
  const round: Round = {
    calls: upstream.calls(key) - callsBefore,
    requests: (await requestsOf(fleet)) - requestsBefore,
    oldAnswers: answers.filter(({ call }) => call !== null && call <= callsBefore).length,
    errors: answers.flatMap(({ error }) => error ?? []),
    countedExactly: countsExactly(answers),
  };
  return { round, answers };
}

const spread = (values: readonly number[]): Spread => ({
  min: Math.min(...values),
  median: median(values),
  max: Math.max(...values),
});

const latencyOf = (answers: readonly Asked[]): Summary | null =>
  answers.length > 0 ? summarize(answers.map(({ ms }) => ms)) : null;

function together(played: readonly Played[]): Rounds {
  const rounds = played.map(({ round }) => round);
  const answers = played.flatMap((one) => one.answers);
  const counted = rounds.flatMap(({ countedExactly }) => countedExactly ?? []);
  return {
    calls: spread(rounds.map(({ calls }) => calls)),
    requests: spread(rounds.map(({ requests }) => requests)),
    oldAnswers: spread(rounds.map(({ oldAnswers }) => oldAnswers)),
    errors: rounds.reduce((sum, { errors }) => sum + errors.length, 0),
    latency: summarize(answers.map(({ ms }) => ms)),
    waiters: latencyOf(answers.filter(({ hits }) => (hits ?? 0) > 0)),
    fetchers: latencyOf(answers.filter(({ hits }) => hits === 0)),
    countedExactly:
      counted.length > 0 ? { rounds: counted.filter(Boolean).length, of: counted.length } : null,
    rounds,
  };
}

/**
 * Keys that nobody has asked for, one per round; and, when their windows are over, the same keys again. Every
 * round starts in all processes at one moment.
 */
export async function measureRounds(
  setting: Setting,
  peer: PeerName,
): Promise<{ cold: Rounds; atExpiry: Rounds }> {
  const fleet = await Promise.all(
    Array.from({ length: PROCESSES }, () => setting.worker(peer, { windowMs: WINDOW_MS })),
  );
  // Opens connections, and has the code compiled.
  for (let round = 0; round < 2; round++) await runRound(setting, fleet, `${peer}-warm-up-${round}`);

  const length = peer === "ours" ? ROUNDS.ours : ROUNDS.others;
  const keys = Array.from({ length }, (_, round) => `${peer}-round-${round}`);
  const cold: Played[] = [];
  const endsOfWindows: number[] = [];
  for (const key of keys) {
    cold.push(await runRound(setting, fleet, key));
    endsOfWindows.push(Date.now() + WINDOW_MS);
  }
  const atExpiry: Played[] = [];
  for (const [index, key] of keys.entries()) {
    await sleep(Math.max((endsOfWindows[index] ?? 0) + PAST_END_MS - Date.now(), 0));
    atExpiry.push(await runRound(setting, fleet, key));
  }
  await Promise.all(fleet.map((worker) => worker.stop()));
  return { cold: together(cold), atExpiry: together(atExpiry) };
}
