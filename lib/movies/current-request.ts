import { AsyncLocalStorage } from "node:async_hooks";

/** The request whose work is being done. */
export interface CurrentRequest {
  /** Names it in logs and to whoever sent it. */
  readonly id: string;
  /** As {@link clientOf} names who sent it; null where nobody has said who it is. */
  readonly client: string | null;
}

// Next bundles the proxy, pages and handlers apart, each with modules of its own, while all of them share one cache.
const shared = globalThis as { [REQUEST]?: AsyncLocalStorage<CurrentRequest> };
const REQUEST = Symbol.for("movies-viewer.request");
const storage = () => (shared[REQUEST] ??= new AsyncLocalStorage());

/** The request whose work this is; undefined for what nobody has asked for. */
export const currentRequest = (): CurrentRequest | undefined => storage().getStore();

/** Does the work of a request: all that comes of it, also later, knows whose it is. */
export const runRequest = <T>(request: CurrentRequest, work: () => T): T => storage().run(request, work);
