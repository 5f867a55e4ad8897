import { setTimeout as sleep } from "node:timers/promises";

import type { Worker } from "../fleet/start-worker";

/** What a client got, and after how many milliseconds. */
export interface Outcome {
  readonly kind: "page" | "nothing" | "rejected" | "no answer";
  readonly ms: number;
  /** Which call to the upstream the page came from. */
  readonly call: number | null;
  readonly error: string | null;
}

/** Longer than this nobody waits for a page. */
export const PATIENCE_MS = 10_000;

/** Asks once, as long as a client would wait. */
export async function outcomeOf(worker: Worker, key: string): Promise<Outcome> {
  const giveUp = new AbortController();
  const late = sleep(PATIENCE_MS, null, { signal: giveUp.signal }).catch(() => null);
  const asked = await Promise.race([worker.do("ask", { key, clients: 1, at: 0 }), late]);
  giveUp.abort();
  const [answer] = asked ?? [];
  if (!answer) return { kind: "no answer", ms: PATIENCE_MS, call: null, error: null };
  const kind = answer.error !== null ? "rejected" : answer.call === null ? "nothing" : "page";
  return { kind, ...answer };
}
