import { setTimeout as sleep } from "node:timers/promises";

import type { PeerName } from "../peers";
import { startUpstream } from "../setting/upstream";
import { outcomeOf, type Outcome } from "./outcome";
import type { Setting } from "./setting";

/** What clients get while every call to the upstream is answered 503. */
export interface UpstreamDown {
  /** For a key that was never fetched. */
  readonly withoutCopy: Outcome;
  /** For one whose window is over. */
  readonly pastWindow: Outcome;
  /** Calls to the upstream for the latter, while so many clients ask one after the other. */
  readonly calls: number;
  readonly clients: number;
}

const WINDOW_MS = 1000;
const CLIENTS = 20;

/** Lets an upstream fail that has answered once. */
export async function measureUpstreamDown(setting: Setting, peer: PeerName): Promise<UpstreamDown> {
  const upstream = await startUpstream();
  const worker = await setting.worker(peer, { windowMs: WINDOW_MS, upstream });
  await worker.do("askInTurn", { keys: ["past-window"] });
  upstream.fail();
  await sleep(2 * WINDOW_MS);
  const callsBefore = upstream.calls("past-window");
  const pastWindow = await outcomeOf(worker, "past-window");
  for (let client = 1; client < CLIENTS; client++) await outcomeOf(worker, "past-window");
  const withoutCopy = await outcomeOf(worker, "without-copy");
  const calls = upstream.calls("past-window") - callsBefore;
  await worker.stop();
  await upstream.close();
  return { withoutCopy, pastWindow, calls, clients: CLIENTS };
}
