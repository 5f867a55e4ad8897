import { createBreaker } from "./breaker";
import { createDeadline } from "./deadline";
import { StoreError, type CacheStore } from "./store";
import { sleep } from "./timers";

/** Milliseconds; full jitter below it keeps processes that failed together from trying again together. */
const LONGEST_RETRY_WAIT_MS = 50;
/** A timer that fires this late (ms) says that this process stood still, not that the store is slow. */
const STALL_MS = 50;
/** What an answer is held up for at most (ms) when it is its request that tries whether a failed store is back. */
const LONGEST_PROBE_MS = 150;

export interface GuardedStore extends CacheStore {
  /** How long the store is still left alone, in milliseconds. */
  restMs(): number;
  /** Whether the store has failed and not yet been found to be back: the next request tries that. */
  recovering(): boolean;
  /** Tries whether the store is back, with all the time that a request has, unless it is to be left alone. */
  probe(): Promise<void>;
}

type Request<T> = (signal: AbortSignal) => Promise<T>;

/**
 * The same store with a deadline, one retry and a breaker. Requests may be sent again since every one of
 * them changes nothing the second time.
 *
 * @param monotonic milliseconds of a clock that nobody sets
 */
export function guardStore(store: CacheStore, monotonic: () => number): GuardedStore {
  const breaker = createBreaker(monotonic);
  const deadline = createDeadline();

  async function attempt<T>(operation: string, request: Request<T>, longestMs = Infinity): Promise<T> {
    const controller = new AbortController();
    const started = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const over = new Promise<never>((_resolve, reject) => {
      const wait = (ms: number, again: boolean) => {
        const due = performance.now() + ms;
        timer = setTimeout(() => {
          if (again && performance.now() - due > STALL_MS) return wait(ms, false);
          deadline.missed(ms);
          const cause = new DOMException(`No answer within ${ms} ms`, "TimeoutError");
          reject(new StoreError(operation, "failed", { cause }));
          controller.abort(cause);
        }, ms);
      };
      wait(Math.min(deadline.current(), longestMs), true);
    });
    try {
      const answer = await Promise.race([request(controller.signal), over]);
      deadline.answered(performance.now() - started);
      return answer;
    } finally {
      clearTimeout(timer!);
    }
  }

  /**
   * @param retryBusy whether a request that was refused for now may wait for its second chance
   * @param longestProbeMs how long to wait for an answer when it is the one that tries whether the store is back
   */
  async function guard<T>(
    operation: string,
    request: Request<T>,
    { retryBusy = true, longestProbeMs = LONGEST_PROBE_MS } = {},
  ): Promise<T> {
    const admitted = breaker.enter();
    if (admitted === "resting") throw new StoreError(operation, "resting");
    const probes = admitted === "probe";
    try {
      const answer = await attempt(operation, request, probes ? longestProbeMs : undefined).catch(
        async (first: unknown) => {
          const again = first instanceof StoreError && (first.reason === "failed" || retryBusy);
          if (!again || probes) throw first;
          await sleep(Math.random() * LONGEST_RETRY_WAIT_MS);
          return attempt(operation, request).catch((second: unknown) => {
            // That the second was surely not done says nothing of the first.
            throw second instanceof StoreError && second.reason === "busy" ? first : second;
          });
        },
      );
      breaker.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof StoreError && error.reason === "failed") breaker.failed();
      else if (probes) breaker.refused();
      throw error;
    }
  }

  return {
    restMs: () => breaker.restMs(),
    recovering: () => breaker.recovering(),
    async probe() {
      try {
        await guard("probe", (signal) => store.readCoolDown(signal), { longestProbeMs: Infinity });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
      }
    },
    // A throttled counter must not hold up an answer: the hit is delivered later.
    addHits: (key, target, addition) =>
      guard("add hits", (signal) => store.addHits(key, target, addition, signal), { retryBusy: false }),
    voidAddition: (key, addition) =>
      guard("void addition", (signal) => store.voidAddition(key, addition, signal), { retryBusy: false }),
    forgetAdditions: (key, outdated) =>
      guard("forget additions", (signal) => store.forgetAdditions(key, outdated, signal), {
        retryBusy: false,
      }),
    read: (key, options) => guard("read", (signal) => store.read(key, options, signal)),
    acquire: (key, bid) => guard("acquire", (signal) => store.acquire(key, bid, signal)),
    writeBody: (key, entry) => guard("write body", (signal) => store.writeBody(key, entry, signal)),
    publish: (key, entry, lease) => guard("publish", (signal) => store.publish(key, entry, lease, signal)),
    release: (key, lease, failure) =>
      guard("release", (signal) => store.release(key, lease, failure, signal)),
    readCoolDown: () => guard("read cool-down", (signal) => store.readCoolDown(signal)),
    coolDown: (coolDown) => guard("cool down", (signal) => store.coolDown(coolDown, signal)),
  };
}
