import { StoreError, type CacheStore } from "../store";
import { createMemoryStore } from "./memory-store";

export type Operation = keyof CacheStore;

const OPERATIONS: readonly Operation[] = [
  "addHits",
  "voidAddition",
  "forgetAdditions",
  "read",
  "acquire",
  "writeBody",
  "publish",
  "release",
  "readCoolDown",
  "coolDown",
];

/** What happens to a call: it may throw before the store has done its work, or after. */
export type Interference = (operation: Operation, stage: "before" | "after") => Promise<void> | void;

/** The memory store, with a record of the calls and a way to go wrong. */
export function watchStore() {
  const inner = createMemoryStore();
  const calls: Operation[] = [];
  let interfere: Interference = () => undefined;

  const watched =
    (operation: Operation) =>
    async (...args: unknown[]): Promise<unknown> => {
      calls.push(operation);
      await interfere(operation, "before");
      const answer = await (inner[operation] as (...args: unknown[]) => Promise<unknown>)(...args);
      await interfere(operation, "after");
      return answer;
    };

  return {
    store: Object.fromEntries(OPERATIONS.map((one) => [one, watched(one)])) as unknown as CacheStore,
    /** The store itself: what is asked of it is neither recorded nor does it go wrong. */
    inner,
    calls,
    /** Calls so far, forgotten afterwards. */
    taken: () => calls.splice(0),
    go(wrong: Interference) {
      interfere = wrong;
    },
    fail(reason: "busy" | "failed", ...operations: Operation[]) {
      interfere = (operation, stage) => {
        if (stage === "after" || (operations.length > 0 && !operations.includes(operation))) return;
        throw new StoreError(operation, reason, { cause: new Error("test") });
      };
    },
    recover() {
      interfere = () => undefined;
    },
  };
}
