import { StoreError } from "./store";

/** What one answer went through. */
export interface Trip {
  /** Milliseconds that it waited. */
  storeMs: number;
  originMs: number;
  /** It waited for what another process fetched. */
  waited: boolean;
  /** It took the lease of a holder that died. */
  tookOver: boolean;
  storeFailed: boolean;
  /** Requests to the store that are under way, and since when there have been any. */
  asking: number;
  askingSince: number;
}

export const newTrip = (): Trip => ({
  storeMs: 0,
  originMs: 0,
  waited: false,
  tookOver: false,
  storeFailed: false,
  asking: 0,
  askingSince: 0,
});

export type AskStore = <T>(key: string, trip: Trip, request: () => Promise<T>) => Promise<T | undefined>;

/**
 * Makes the way in which the store is asked: undefined where it fails, since a cache that fails must not fail
 * an answer.
 */
export function createAskStore(
  emit: (event: { type: "store-answered" } | { type: "store-failed"; key: string; error: unknown }) => void,
): AskStore {
  const reported = new WeakSet<StoreError>();
  return async (key, trip, request) => {
    if (trip.asking === 0) trip.askingSince = performance.now();
    trip.asking += 1;
    try {
      const answer = await request();
      emit({ type: "store-answered" });
      return answer;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      trip.storeFailed = true;
      // Many may share one failed request, and a store that is left alone was reported when it failed.
      if (error.reason !== "resting" && !reported.has(error)) emit({ type: "store-failed", key, error });
      reported.add(error);
      return undefined;
    } finally {
      trip.asking -= 1;
      if (trip.asking === 0) trip.storeMs += performance.now() - trip.askingSince;
    }
  };
}
