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
  /** A body comes back damaged, or not at all. */
  | "corrupt"
  | "partial";

const damaged = (entry: StoredEntry | null): StoredEntry | null =>
  entry && { ...entry, body: entry.body.subarray(0, entry.body.length >> 1) };

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
    spoil?: (answer: T, fault: Fault) => T,
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
    return spoil ? spoil(answer, fault) : answer;
  }

  return {
    addHits: (...asked) => suffer("add hits", () => inner.addHits(...asked)),
    voidAddition: (...asked) => suffer("void addition", () => inner.voidAddition(...asked)),
    forgetAdditions: (...asked) => suffer("forget additions", () => inner.forgetAdditions(...asked)),
    read: (...asked) =>
      suffer(
        "read",
        () => inner.read(...asked),
        (entry, fault) => (fault === "corrupt" ? damaged(entry) : fault === "partial" ? null : entry),
      ),
    acquire: (...asked) => suffer("acquire", () => inner.acquire(...asked)),
    writeBody: (...asked) => suffer("write body", () => inner.writeBody(...asked)),
    publish: (...asked) => suffer("publish", () => inner.publish(...asked)),
    release: (...asked) => suffer("release", () => inner.release(...asked)),
    readCoolDown: () => suffer("read cool-down", () => inner.readCoolDown()),
    coolDown: (...asked) => suffer("cool down", () => inner.coolDown(...asked)),
  };
}
