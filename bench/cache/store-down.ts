import type { PeerName } from "../peers";
import { startStoreProxy } from "../setting/store-proxy";
import { outcomeOf, type Outcome } from "./outcome";
import { LONG_WINDOW_MS, type Setting } from "./setting";

/** What the first and the next client get who ask for something new while the store is down. */
export interface StoreDown {
  readonly first: Outcome;
  readonly next: Outcome;
}

/**
 * Takes the store away from a process that has worked with it before.
 * @param how it answers nothing, or there is nobody who listens
 */
export async function measureStoreDown(
  setting: Setting,
  peer: PeerName,
  how: "hangs" | "refuses",
): Promise<StoreDown> {
  const proxy = await startStoreProxy(setting.store.endpoint);
  const worker = await setting.worker(peer, { windowMs: LONG_WINDOW_MS, endpoint: proxy.endpoint });
  await worker.do("askInTurn", { keys: [`${peer}-store-${how}-before`] });
  await proxy.fail(how);
  const first = await outcomeOf(worker, `${peer}-store-${how}-first`);
  const next = await outcomeOf(worker, `${peer}-store-${how}-next`);
  await worker.stop();
  await proxy.close();
  return { first, next };
}
