import { type DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";

import { createLocalClient } from "../../local/dynamodb/local-client";
import { sampleCatalogue } from "../../local/tmdb/catalogue/sample-catalogue";
import { randomFrom } from "../../local/tmdb/random";
import { askedFilms, createAsks } from "../soak/asks";
import { atMost, countClaims, memoryClaim, recoveryClaim, trafficClaims, type Claim } from "../soak/claims";
import type { CountCheck } from "../soak/counts";
import { countedOf, moodsOf, type Outcome } from "../soak/outcome";
import { phaseRows, type PhaseRow } from "../soak/phase-rows";
import { recoveryMs } from "../soak/recovery";
import { runTraffic } from "../soak/run-traffic";
import { soakSeconds } from "../soak/seconds";
import { tellsOfUncaught } from "../soak/servers";
import { settledCounts } from "../soak/settled-counts";
import { calmSpans, inTurn } from "../soak/spans";
import { storedHits } from "../soak/stored-hits";
import { examplesOf, unexpected } from "../soak/unexpected";
import { memoryIn, watch } from "../soak/watch";
import { startCloud, type Cloud } from "./cloud";
import { killSandboxes } from "./killer";
import { isBrokenOff, killTimes } from "./kills";

export interface SoakStackResult {
  readonly seconds: number;
  readonly perSecond: number;
  readonly phases: readonly PhaseRow[];
  readonly counts: CountCheck;
  readonly kills: number;
  /** Requests that were being answered by a sandbox when it was killed. */
  readonly brokenOff: number;
  /** Sandboxes that were started after the first kill. */
  readonly started: number;
  readonly claims: readonly Claim[];
}

const SECONDS = 300;
const PER_SECOND = 8;
const SEED = "soak-stack";
/** As it is deployed. */
const WINDOW_SECONDS = 120;
const PHASES = [
  { name: "warm-up", share: 60 },
  { name: "calm", share: 60 },
  { name: "sandboxes are killed", share: 120 },
  { name: "calm", share: 60 },
];
/** After a kill a sandbox is started anew, which takes a second or two on a machine that is busy. */
const RECOVERED_WITHIN_MS = 10_000;
/** Shorter than what is between two kills. */
const RECOVERED_FOR_MS = 2000;

type Say = (line: string) => void;

/** The slowest recovery; null when one did not come. */
function slowestRecovery(
  outcomes: readonly Outcome[],
  kills: readonly number[],
  endMs: number,
): number | null {
  const moods = moodsOf(outcomes);
  const times = kills.map((kill, index) =>
    recoveryMs(moods, kill, kills[index + 1] ?? endMs, RECOVERED_FOR_MS),
  );
  return times.reduce((worst, one) => (worst === null || one === null ? null : Math.max(worst, one)), 0);
}

/** The one table there is. */
async function tableOf(client: DynamoDBClient): Promise<string> {
  const { TableNames = [] } = await client.send(new ListTablesCommand());
  const [name, ...others] = TableNames;
  if (name === undefined || others.length > 0) throw new Error(`Tables: ${TableNames.join(", ")}`);
  return name;
}

/** What is known once the traffic is over and before the cloud is gone. */
async function soakCloud(cloud: Cloud, seconds: number, say: Say) {
  const { url, endpoint, region, pid } = cloud;
  const phases = inTurn(PHASES, 1000 * seconds);
  const [, , killing, last] = phases;
  if (!killing || !last) throw new Error("No phase is for killing");
  const random = randomFrom(SEED);
  const asks = createAsks(askedFilms(sampleCatalogue(), PER_SECOND, WINDOW_SECONDS), SEED, true);
  const client = createLocalClient(endpoint, { region });
  try {
    const table = await tableOf(client);
    const origin = performance.now();
    const now = () => performance.now() - origin;
    const { samples, stop } = watch([pid], now);
    const [run, killings] = await Promise.all([
      runTraffic({ urls: [url], asks, perSecond: PER_SECOND, seconds, now }),
      killSandboxes({ parent: pid, times: killTimes(random, killing), until: last.to, random, now }),
    ]);
    stop();
    say(`Soak of the stack: ${killings.kills.length} sandboxes were killed`);
    const counts = await settledCounts({
      answers: countedOf(run.outcomes),
      disturbances: [killing],
      storedHits: () => storedHits(client, table),
      urls: [url],
    });
    return { run, phases, samples, ...killings, counts, isAlive: cloud.alive() };
  } finally {
    client.destroy();
  }
}

/**
 * Deploys the whole stack on this machine and has clients ask it for five minutes, while its sandboxes are killed at
 * random.
 * @returns what was answered, and which claims hold
 */
export async function measureSoakStack(say: Say): Promise<SoakStackResult> {
  const seconds = soakSeconds(SECONDS);
  const cloud = await startCloud((line) => say(`Soak of the stack: ${line}`));
  let log: readonly string[] = [];
  const found = await soakCloud(cloud, seconds, say).finally(async () => {
    log = await cloud.close();
  });
  const { run, phases, samples, kills, before, started, counts, isAlive } = found;
  const { outcomes, sent } = run;

  const brokenOff = outcomes.filter((outcome) => isBrokenOff(outcome, kills));
  const others = outcomes.filter((outcome) => !brokenOff.includes(outcome));
  const surprises = unexpected(others, () => [200]);
  const uncaught = log.filter(tellsOfUncaught);
  for (const line of examplesOf(surprises, uncaught)) say(`Soak of the stack: ${line}`);
  const spans = calmSpans(phases);
  return {
    seconds,
    perSecond: PER_SECOND,
    phases: phaseRows(phases, outcomes, samples),
    counts,
    kills: kills.length,
    brokenOff: brokenOff.length,
    started: started.size,
    claims: [
      // A killed sandbox takes with it what it has told as uncounted, and a hit that it has counted and not answered.
      ...countClaims(counts, { lost: counts.uncounted, invented: brokenOff.length }),
      atMost("answers that are not permitted", 0, surprises.length, `${others.length} answers`),
      atMost("requests that a kill broke off", kills.length, brokenOff.length, `${sent} requests`),
      ...trafficClaims(run, uncaught, `${log.length} lines`),
      { what: "the edge answers to the end", limit: "yes", found: isAlive ? "yes" : "no", met: isAlive },
      {
        what: "sandboxes that were started after the first kill",
        limit: "≥ 1",
        found: `${started.size} for ${kills.length} kills, of ${before.size} before`,
        // As long as some are left they may do.
        met: kills.length < before.size ? null : started.size > 0,
      },
      memoryClaim(
        "the edge and all that stands for AWS",
        memoryIn(samples, 0, spans.first),
        memoryIn(samples, 0, spans.last),
        spans.first.from,
      ),
      recoveryClaim(
        "a kill, the slowest",
        slowestRecovery(outcomes, kills, 1000 * seconds),
        RECOVERED_WITHIN_MS,
      ),
    ],
  };
}
