import { createStopwatch, type Stopwatch } from "./stopwatch";
import { StoreError } from "./store";

/** What one answer went through, or a flight that many answers take. */
export interface Trip {
  /** How long it waited for the store, and for the origin. */
  readonly store: Stopwatch;
  readonly origin: Stopwatch;
  /** It waited for what another process fetched. */
  waited: boolean;
  /** It took the lease of a holder that died. */
  tookOver: boolean;
  storeFailed: boolean;
  /** The flight that it takes just now, and what that had behind it when it was joined. */
  aboard?: {
    readonly flight: Trip;
    readonly leads: boolean;
    readonly storeMs: number;
    readonly originMs: number;
  };
}

export const newTrip = (): Trip => ({
  store: createStopwatch(),
  origin: createStopwatch(),
  waited: false,
  tookOver: false,
  storeFailed: false,
});

/** From now on an answer goes through what a flight goes through. */
export function board(trip: Trip, flight: Trip, leads: boolean): void {
  trip.aboard = { flight, leads, storeMs: flight.store.ms(), originMs: flight.origin.ms() };
}

/** The flight has landed, or the answer does not wait for it any longer. */
export function leave(trip: Trip): void {
  if (!trip.aboard) return;
  const { flight, leads, storeMs, originMs } = trip.aboard;
  delete trip.aboard;
  trip.store.add(flight.store.ms() - storeMs);
  trip.origin.add(flight.origin.ms() - originMs);
  trip.waited ||= flight.waited;
  trip.storeFailed ||= flight.storeFailed;
  // It happened once, so one answer tells.
  trip.tookOver ||= leads && flight.tookOver;
}

/** Asks the store; `whenBusy` stands for an answer where it refused and surely has not done what it was asked. */
export type AskStore = <T, const B = undefined>(
  key: string,
  trip: Trip,
  request: () => Promise<T>,
  whenBusy?: B,
) => Promise<T | B | undefined>;

/**
 * Makes the way in which the store is asked: undefined where it fails, since a cache that fails must not fail
 * an answer.
 */
export function createAskStore(
  emit: (event: { type: "store-answered" } | { type: "store-failed"; key: string; error: unknown }) => void,
): AskStore {
  const reported = new WeakSet<StoreError>();
  return async (key, trip, request, whenBusy) => {
    trip.store.start();
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
      return error.reason === "busy" ? whenBusy : undefined;
    } finally {
      trip.store.stop();
    }
  };
}
