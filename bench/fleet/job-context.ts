import type { Peer } from "../peers/peer";

/** What a job finds in its process. */
export interface JobContext {
  readonly peer: Peer;
  readonly tableName: string;
  /** Requests that this process has sent to DynamoDB so far. */
  requestsSent(): number;
}

/** Milliseconds that something took, and what it came to. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}
