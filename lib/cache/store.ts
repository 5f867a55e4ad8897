/** When an entry was fetched and which fetch it was. Times are milliseconds since the epoch. */
export interface Generation {
  /** Names the fetch; hits are counted per generation. */
  readonly generation: string;
  readonly fetchedAt: number;
  /** The entry is fresh strictly before this. */
  readonly freshUntil: number;
  /** Until then it may be answered when the origin fails. Afterwards the store may drop it. */
  readonly staleUntil: number;
}

export interface StoredEntry extends Generation {
  readonly body: Uint8Array;
}

/** Which hits to count: those of one known generation, or of whichever is fresh at an instant. */
export type HitTarget = { readonly generation: string } | { readonly freshAt: number };

export interface CountedHits {
  readonly generation: string;
  /** All hits of the generation so far, these included. */
  readonly hits: number;
}

/**
 * Where entries and their counters are kept, shared by every process. Each method is one round trip
 * in its usual case, and rejects with a {@link StoreError} when the store can't do its work.
 */
export interface CacheStore {
  /**
   * Adds `count` hits in one atomic step; a negative count takes back what was counted in error.
   *
   * @returns null, and nothing counted, when the store holds no such generation
   */
  addHits(key: string, target: HitTarget, count: number): Promise<CountedHits | null>;

  /** The entry as it was stored last, fresh or not. `consistent` sees every write that has ended. */
  read(key: string, options: { consistent: boolean }): Promise<StoredEntry | null>;

  /**
   * Stores an entry with a counter of 0, unless one is there that is fresh at `now` and is not the
   * generation `replacing` (one that turned out to be unreadable). Writing a generation that is there
   * already changes nothing.
   *
   * @returns whether it was stored
   */
  write(key: string, entry: StoredEntry, options: { now: number; replacing?: string }): Promise<boolean>;

  /**
   * Gives a counter of 0 to an entry that was read but has none: its writer is about to, or died, or what
   * stands there is no counter. One that is fresh at `now` and not of an older fetch stays as it is.
   */
  openCounter(key: string, generation: Generation, now: number): Promise<void>;
}

/** The store could not do its work. */
export class StoreError extends Error {
  override readonly name = "StoreError";

  constructor(
    operation: string,
    /**
     * `busy`: refused for now and surely not done. `failed`: whether it was done is unknown. `resting`:
     * not asked at all, because it failed a moment ago.
     */
    readonly reason: "busy" | "failed" | "resting",
    options?: { cause: unknown },
  ) {
    const cause = options?.cause instanceof Error ? ` (${options.cause.name})` : "";
    super(`Cache store: ${operation} ${reason}${cause}`, options);
  }
}
