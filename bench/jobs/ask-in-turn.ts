import type { JobContext } from "../fleet/job-context";

/** Asks for keys one after the other, each once. */
export async function askInTurn({ peer }: JobContext, input: { keys: readonly string[] }): Promise<void> {
  for (const key of input.keys) await peer.get(key);
}
