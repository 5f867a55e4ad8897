import { setTimeout as sleep } from "node:timers/promises";

import type { JobContext } from "../fleet/job-context";

/** What one client got. */
export interface Asked {
  readonly ms: number;
  /** Which call to the upstream its page came from; null where it got no page. */
  readonly call: number | null;
  readonly hits: number | null;
  /** With what it was rejected. */
  readonly error: string | null;
}

async function askOnce({ peer }: JobContext, key: string): Promise<Asked> {
  const started = performance.now();
  const took = () => performance.now() - started;
  try {
    const { page, hits } = await peer.get(key);
    return { ms: took(), call: page?.call ?? null, hits, error: null };
  } catch (error) {
    return { ms: took(), call: null, hits: null, error: error instanceof Error ? error.name : String(error) };
  }
}

/**
 * Asks for one key as many clients at once.
 * @param input.at when to begin, in milliseconds since the epoch, so that all processes begin together
 */
export async function ask(
  context: JobContext,
  input: { key: string; clients: number; at: number },
): Promise<Asked[]> {
  await sleep(Math.max(input.at - Date.now(), 0));
  return Promise.all(Array.from({ length: input.clients }, () => askOnce(context, input.key)));
}
