import { StoreError, type CacheStore, type StoredEntry } from "../store";

/** What can become of a request. */
export type Fault =
  | "none"
  /** Refused for now. */
  | "throttled"
  /** Never reached the store. */
  | "lost"
  /** Was done, and the answer never came. */
  | "unanswered"
  /** Neither is done nor fails until somebody loses patience; or is done, and then the same. */
  | "hangs"
  | "hangs after it was done"
  | "slow"
  /** A body comes back with one bit of another value, in half, or not at all. */
  | "corrupt"
  | "partial"
  | "gone";

/** Faults of what was read: who reads it takes it for none. */
export const SPOILS: ReadonlySet<Fault> = new Set(["corrupt", "partial", "gone"]);

function spoil(entry: StoredEntry | null, fault: Fault): StoredEntry | null {
  if (!entry || fault === "gone") return null;
  const middle = entry.body.length >> 1;
  if (fault === "partial") return { ...entry, body: entry.body.subarray(0, middle) };
  return { ...entry, body: entry.body.map((byte, index) => (index === middle ? byte ^ 1 : byte)) };
}

const never = () => new Promise<never>(() => undefined);

/**
 * A store whose every request may go wrong.
 *
 * @param draw what happens to the next request
 */
export function createChaosStore(inner: CacheStore, draw: () => Fault): CacheStore {
  async function suffer<T>(
    operation: string,
    request: () => Promise<T>,
    spoiled?: (answer: T, fault: Fault) => T,
  ) {
    const fault = draw();
    const failed = (reason: "busy" | "failed") =>
      new StoreError(operation, reason, { cause: new Error(fault) });
    if (fault === "throttled") throw failed("busy");
    if (fault === "lost") throw failed("failed");
    if (fault === "hangs") return never();
    if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, 90));
    const answer = await request();
    if (fault === "unanswered") throw failed("failed");
    if (fault === "hangs after it was done") return never();
    return spoiled && SPOILS.has(fault) ? spoiled(answer, fault) : answer;
  }

  return {
    addHits: (...asked) => suffer("add hits", () => inner.addHits(...asked)),
    voidAddition: (...asked) => suffer("void addition", () => inner.voidAddition(...asked)),
    forgetAdditions: (...asked) => suffer("forget additions", () => inner.forgetAdditions(...asked)),
    read: (...asked) => suffer("read", () => inner.read(...asked), spoil),
    acquire: (...asked) => suffer("acquire", () => inner.acquire(...asked)),
    writeBody: (...asked) => suffer("write body", () => inner.writeBody(...asked)),
    publish: (...asked) => suffer("publish", () => inner.publish(...asked)),
    release: (...asked) => suffer("release", () => inner.release(...asked)),
    readCoolDown: () => suffer("read cool-down", () => inner.readCoolDown()),
    coolDown: (...asked) => suffer("cool down", () => inner.coolDown(...asked)),
  };
}
