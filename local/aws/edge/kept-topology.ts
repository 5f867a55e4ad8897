import type { Topology } from "./topology";

/** Milliseconds for which what was read is taken for what is deployed. */
const REREAD_AFTER_MS = 2000;

export interface KeptTopology {
  /** Reads anew; what was read before stays when it fails. */
  refresh(): Promise<void>;
  /** Returns what was read last, and has it read again when that was a while ago. */
  get(): Topology;
}

/**
 * Reads what is deployed, and keeps it. Nobody who asks later waits for a reading, and an edge goes on with
 * what it knows while the control plane is away.
 * @param onError told of readings that failed behind a request
 * @param now milliseconds
 */
export async function keepTopology(
  read: () => Promise<Topology>,
  onError: (error: unknown) => void,
  now: () => number = () => performance.now(),
): Promise<KeptTopology> {
  let startedAt = now();
  let topology = await read();
  let isReading = false;

  async function refresh(): Promise<void> {
    const start = now();
    const found = await read();
    // A reading that began earlier may end later.
    if (start < startedAt) return;
    startedAt = start;
    topology = found;
  }

  return {
    refresh,
    get() {
      if (!isReading && now() - startedAt >= REREAD_AFTER_MS) {
        isReading = true;
        refresh()
          .catch(onError)
          .finally(() => (isReading = false));
      }
      return topology;
    },
  };
}
