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
  /** Of the lease under which it was written. */
  readonly fence: number;
  readonly body: Uint8Array;
}

/** Which hits to count: of one generation, of whichever is fresh (but for one), or of all that have ended. */
export type HitTarget =
  | { readonly generation: string }
  | { readonly freshAt: number; readonly except?: string | undefined }
  | "ended";

/** Hits to add. The same addition may be sent again: it is made once, or fails where nobody knows any more. */
export interface Addition {
  /** Below 0 takes back what was counted in error. */
  readonly count: number;
  /** Who adds; one process never has two additions to one key under way. */
  readonly by: string;
  /** Above that of every earlier addition by the same. */
  readonly sequence: number;
}

/** An addition that stands in the store: by whom, and the newest of theirs. */
export type AdditionId = Pick<Addition, "by" | "sequence">;

/** What became of an addition whose answer got lost. `forgotten`: it is so long ago that nobody knows. */
export type Fate = "made" | "never made" | "forgotten";

/** What stands in the store about a key, when it could not be done what was asked. */
export interface KeyState {
  /** The generation that is counted, fresh or not. */
  readonly generation: string | null;
  readonly freshUntil: number;
  /** Nothing fetched until then is to be answered; 0 where nothing was cleared. Milliseconds since the epoch. */
  readonly clearedAt: number;
  /** Of the newest lease there has been, 0 before the first. */
  readonly fence: number;
  /** Who holds the lease and fetches. */
  readonly holder: string | null;
  /** Of the origin's last failure for this key, until something is fetched. */
  readonly failure: Failure | null;
}

/** That the origin failed, told by one process to all. */
export interface Failure {
  /** Name of the error. */
  readonly reason: string;
  /** How many in a row. */
  readonly failures: number;
  /** Milliseconds since the epoch; the origin is left alone until then. */
  readonly retryAt: number;
}

export type Counted =
  | {
      readonly outcome: "counted";
      readonly generation: string | null;
      /** All of the generation so far, these included; null when that can't be told of a repeated addition. */
      readonly hits: number | null;
      /** The addition had been made before, and its answer got lost. */
      readonly repeated: boolean;
      /** Additions to be forgotten, off everybody's path: so long ago, and so many that every hit costs more. */
      readonly outdated: readonly AdditionId[];
    }
  /** Nothing was counted: the store holds no such generation. */
  | { readonly outcome: "refused"; readonly state: KeyState };

/**
 * The right to fetch a key. A higher fence always wins over a lower one, so a late holder can do no harm; one
 * that is more than {@link LONGEST_LEAD_MS} higher counts as none.
 */
export interface Lease {
  readonly holder: string;
  readonly fence: number;
}

export interface LeaseBid extends Lease {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Fence of a lease whose holder is believed to be dead. */
  readonly dead?: number | undefined;
  /** The origin is not to be asked under this lease, so it does not matter when it has failed. */
  readonly fetched?: boolean | undefined;
  /** A generation that is to be replaced although it may be fresh, since it can't be read. */
  readonly replacing?: string | undefined;
}

export type Leased =
  { readonly outcome: "acquired" } | { readonly outcome: "refused"; readonly state: KeyState };

export interface Published {
  /** Hits of the window that the new one has ended, however it ended; null where there was none. */
  readonly ended: number | null;
  /** A count that stood there was no number, and is lost. */
  readonly damaged: boolean;
}

/** That the origin wants no requests at all, told by one process to all. */
export interface CoolDown {
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Name of the error that said so. */
  readonly reason: string;
}

/**
 * Where entries and their counters are kept, shared by every process. Each method is one request in its
 * usual case, changes nothing when it is repeated, and rejects with a {@link StoreError} when the store
 * can't do its work or the signal ends it.
 */
export interface CacheStore {
  /** Adds hits in one atomic step. */
  addHits(key: string, target: HitTarget, addition: Addition, signal?: AbortSignal): Promise<Counted>;

  /** Sees to it that an addition that has not been made never will be, however late its request arrives. */
  voidAddition(key: string, addition: AdditionId, signal?: AbortSignal): Promise<Fate>;

  /** Forgets additions; none of them when one has been followed by another meanwhile. */
  forgetAdditions(key: string, outdated: readonly AdditionId[], signal?: AbortSignal): Promise<void>;

  /** The body as it was stored last, fresh or not. `consistent` sees every write that has ended. */
  read(key: string, options: { consistent: boolean }, signal?: AbortSignal): Promise<StoredEntry | null>;

  /**
   * Takes the lease of a key: if nothing fresh stands there, the origin's last failure is over (unless it was
   * asked already), the fence is above the one that stands there, and nobody else holds a lease but one who is
   * believed to be dead.
   */
  acquire(key: string, bid: LeaseBid, signal?: AbortSignal): Promise<Leased>;

  /**
   * Writes a body, to be published next.
   *
   * @returns false when one of a higher fence is there
   */
  writeBody(key: string, entry: StoredEntry, signal?: AbortSignal): Promise<boolean>;

  /**
   * Makes an entry whose body is written the one that is counted, with 0 hits; those of the generation
   * before are added to those of all that have ended. Gives the lease back. When it is repeated it tells the same.
   *
   * @returns null, and nothing changed, when the lease is another's by now
   */
  publish(key: string, entry: Generation, lease: Lease, signal?: AbortSignal): Promise<Published | null>;

  /** Gives a lease back without an entry, and tells why where the origin failed; one that is lost stays so. */
  release(key: string, lease: Lease, failure: Failure | null, signal?: AbortSignal): Promise<void>;

  /** The cool-down that was told last, over or not. */
  readCoolDown(signal?: AbortSignal): Promise<CoolDown | null>;

  /** Tells all to leave the origin alone. A cool-down that ends later stays, if that can be believed. */
  coolDown(coolDown: CoolDown, signal?: AbortSignal): Promise<void>;
}

/** Times in the store that are this far (ms) ahead of a new one were not set by a process of this fleet. */
export const LONGEST_LEAD_MS = 60 * 60 * 1000;

/** The origin is left alone for no longer than this after a failure; who says twice as much is not believed. */
export const LONGEST_PAUSE_MS = 30_000;

/** The store could not do its work. */
export class StoreError extends Error {
  override readonly name = "StoreError";

  constructor(
    operation: string,
    /**
     * `busy`: refused for now and surely not done. `failed`: whether it was done is unknown. `forgotten`: so is that of an
     * addition as old as the ones that were forgotten. `resting`: not asked at all, because it failed a moment ago.
     */
    readonly reason: "busy" | "failed" | "forgotten" | "resting",
    options?: { cause: unknown },
  ) {
    super(`Cache store: ${operation} ${reason}${nameOf(options?.cause)}`, options);
  }
}

/** An error's name, or Node's code where it has one, which says more than "Error". */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return ` (${"code" in error && typeof error.code === "string" ? error.code : error.name})`;
}
