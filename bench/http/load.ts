import autocannon from "autocannon";

/** One run of clients that ask one URL over and over. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 2xx, errors and timeouts. */
  readonly failures: number;
}

/** @param connections clients that each send the next request when the last is answered */
export async function load(url: string, connections: number, seconds: number): Promise<Load> {
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({
    url,
    connections,
    duration: seconds,
  });
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    failures: non2xx + errors + timeouts,
  };
}
