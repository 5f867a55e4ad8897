import { createStopwatch, type Stopwatch } from "./stopwatch";
import { StoreError } from "./store";

/** What one answer went through, or a flight that many answers take. */
export interface Span {
  /** How long it waited for the store, and for the origin. */
  readonly store: Stopwatch;
  readonly origin: Stopwatch;
  /** It waited for what another process fetched. */
  waited: boolean;
  /** It took the lease of a holder that died. */
  tookOver: boolean;
  storeFailed: boolean;
  /** The flight that it takes just now, and what that had behind it when it was joined. */
  linked?: {
    readonly flight: Span;
    readonly leads: boolean;
    readonly storeMs: number;
    readonly originMs: number;
  };
}

export const newSpan = (): Span => ({
  store: createStopwatch(),
  origin: createStopwatch(),
  waited: false,
  tookOver: false,
  storeFailed: false,
});

/** From now on an answer goes through what a flight goes through. */
export function linkSpan(span: Span, flight: Span, leads: boolean): void {
  span.linked = { flight, leads, storeMs: flight.store.ms(), originMs: flight.origin.ms() };
}

/** The flight has come to its end, or the answer does not wait for it any longer. */
export function unlinkSpan(span: Span): void {
  if (!span.linked) return;
  const { flight, leads, storeMs, originMs } = span.linked;
  delete span.linked;
  span.store.add(flight.store.ms() - storeMs);
  span.origin.add(flight.origin.ms() - originMs);
  span.waited ||= flight.waited;
  span.storeFailed ||= flight.storeFailed;
  // It happened once, so one answer tells.
  span.tookOver ||= leads && flight.tookOver;
}

/** Asks the store; `whenBusy` stands for an answer where it refused and surely has not done what it was asked. */
export type AskStore = <T, const B = undefined>(
  key: string,
  span: Span,
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
  return async (key, span, request, whenBusy) => {
    span.store.start();
    try {
      const answer = await request();
      emit({ type: "store-answered" });
      return answer;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      span.storeFailed = true;
      // Many may share one failed request, and a store that is left alone was reported when it failed.
      if (error.reason !== "resting" && !reported.has(error)) emit({ type: "store-failed", key, error });
      reported.add(error);
      return error.reason === "busy" ? whenBusy : undefined;
    } finally {
      span.store.stop();
    }
  };
}
