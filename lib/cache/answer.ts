/** What to cache: under which key, for how long, and how to get it. */
export interface Query<T> {
  readonly key: string;
  /** Milliseconds that a fetched value is fresh. */
  windowMs(value: T): number;
  /**
   * Milliseconds after its window for which a value may be answered when the origin fails, 0 for one that must not be.
   * Where it is left open: until a day or twice its window after the fetch, whichever is longer.
   */
  staleMs?(value: T): number | undefined;
  /**
   * Whether a value that was stored has the shape it is to have: another release of the app may have written it. One that
   * has not is fetched anew. All have where this is left out.
   */
  accepts?(value: unknown): boolean;
  /**
   * Gets the value from the origin. An error that carries `retryAfterMs` says that the origin wants no
   * requests at all for so long; after any other, it is not asked for this key for a moment. It has to come to an
   * end by itself, within 4 s.
   */
  fetch(): Promise<T>;
}

/** A value with where it came from. Times are milliseconds since the epoch. */
export interface Answer<T> {
  readonly value: T;
  /** `origin` for the one answer that was fetched, `cache` for every other of its generation. */
  readonly source: "origin" | "cache";
  /** Which hit of its generation this answer is, 0 for the fetched one; null when it could not be counted. */
  readonly hits: number | null;
  /** Whether the value is past its window and answered only because the origin failed. */
  readonly stale: boolean;
  /** Whether the shared store holds the value. */
  readonly stored: boolean;
  readonly fetchedAt: number;
  readonly freshUntil: number;
  readonly answeredAt: number;
}

/** The origin failed a moment ago, here or in another process, and is not asked again so soon. */
export class OriginFailedError extends Error {
  override readonly name = "OriginFailedError";

  constructor(
    /** Name of the error with which it failed. */
    readonly reason: string,
    /** How long it still is left alone, in milliseconds. */
    readonly retryAfterMs: number,
    /** With the error itself as `cause` where it happened in this process. */
    options?: { cause: unknown },
  ) {
    super(`The origin failed (${reason}) and is left alone for a moment`, options);
  }
}

/** What this or another process fetches has not come to an end in time. */
export class WaitedTooLongError extends Error {
  override readonly name = "WaitedTooLongError";

  constructor() {
    super("What is being fetched has not come in time");
  }
}

/** How one question was answered, for logs and metrics. */
export interface AnswerEvent {
  readonly type: "answer";
  readonly key: string;
  /** `failed`: with an error. */
  readonly outcome: "hit" | "fetched" | "stale" | "failed";
  /** Null when it could not be counted, or is no answer. */
  readonly hits: number | null;
  /** Whether it waited for what another process fetched. */
  readonly waited: boolean;
  /** Whether this process took the lease of one that died; of all that waited for that, one answer tells. */
  readonly tookOver: boolean;
  /** Whether the store failed on the way, or a moment ago and was left alone. */
  readonly storeFailed: boolean;
  /**
   * Milliseconds that it waited for the store and for the origin, itself or for whoever asked them, until it was
   * answered.
   */
  readonly storeMs: number;
  readonly originMs: number;
}

/** What happened inside the cache, for logs and metrics. */
export type CacheEvent =
  | AnswerEvent
  /**
   * A window is over and another has begun: this many hits it had. Told by the fetch that begins the next, so the last
   * window of a key is told by nobody; and not told where that process dies at that moment.
   */
  | { readonly type: "window-ended"; readonly key: string; readonly hits: number }
  | { readonly type: "origin-failed"; readonly key: string; readonly error: unknown }
  | { readonly type: "cool-down"; readonly until: number }
  | { readonly type: "unreadable"; readonly key: string }
  /** A count that stood in the store was no number: it is lost, nobody knows how many hits, and begins anew. */
  | { readonly type: "count-damaged"; readonly key: string }
  | { readonly type: "hits-lost"; readonly key: string; readonly count: number }
  /**
   * Hits of all keys that the store could not take in time. They are kept, not lost: the process delivers them when it
   * goes on. They are lost without another word only if it never does.
   */
  | { readonly type: "hits-owed"; readonly count: number }
  | { readonly type: "store-failed"; readonly key: string; readonly error: unknown }
  | { readonly type: "store-answered" };
