import { setTimeout as sleep } from "node:timers/promises";

import type { Random } from "../../local/tmdb/random";
import { sandboxesOf } from "./sandboxes";

/** What became of sandboxes. */
export interface Killings {
  /** When one was killed, in milliseconds since the traffic began. */
  readonly kills: readonly number[];
  /** All that were seen before the first of them. */
  readonly before: ReadonlySet<number>;
  /** All that were seen after the first of them and not before. */
  readonly started: ReadonlySet<number>;
}

const LOOK_EVERY_MS = 1000;

/**
 * Kills one sandbox at each of these times, whatever it is at.
 * @param parent process id of the local cloud
 * @param until when to look for the last time which sandboxes there are
 * @param now milliseconds since the traffic began
 */
export async function killSandboxes(options: {
  readonly parent: number;
  readonly times: readonly number[];
  readonly until: number;
  readonly random: Random;
  readonly now: () => number;
}): Promise<Killings> {
  const { parent, times, until, random, now } = options;
  const kills: number[] = [];
  const before = new Set<number>();
  const started = new Set<number>();
  const left = [...times];
  while (now() < until) {
    const [next = Infinity] = left;
    await sleep(Math.max(0, Math.min(LOOK_EVERY_MS, next - now(), until - now())));
    const sandboxes = await sandboxesOf(parent);
    for (const pid of sandboxes) {
      if (kills.length === 0) before.add(pid);
      else if (!before.has(pid)) started.add(pid);
    }
    if (now() < next) continue;
    left.shift();
    const [first, ...others] = sandboxes;
    if (first === undefined) continue;
    try {
      process.kill(random.pick([first, ...others]), "SIGKILL");
      kills.push(now());
    } catch (error) {
      // It has ended by itself meanwhile.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
  return { kills, before, started };
}
