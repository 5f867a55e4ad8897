import type { PeerName } from "../peers";
import { startStoreProxy, type Capacity } from "../setting/store-proxy";
import { LONG_WINDOW_MS, type Setting } from "./setting";

/** What DynamoDB does and charges for one answer. */
export interface Charges {
  /** The first question of all: fetched and stored. */
  readonly miss: Capacity;
  /** A hit in a process that has asked for the key before. */
  readonly hit: Capacity;
  /** A hit in a process that has not. */
  readonly firstHit: Capacity;
}

const HITS = 20;

const perHit = ({ requests, readUnits, writeUnits }: Capacity): Capacity => ({
  requests: requests / HITS,
  readUnits: readUnits / HITS,
  writeUnits: writeUnits / HITS,
});

/** Counts requests and units, one question after the other, on a way where time does not matter. */
export async function measureCharges(setting: Setting, peer: PeerName): Promise<Charges> {
  const proxy = await startStoreProxy(setting.store.endpoint);
  const options = { windowMs: LONG_WINDOW_MS, endpoint: proxy.endpoint };
  const key = `${peer}-charges`;
  const [one, other] = [await setting.worker(peer, options), await setting.worker(peer, options)];
  // Some look at their tables when they begin.
  await Promise.all([one, other].map((worker) => worker.do("askInTurn", { keys: ["begin"] })));
  proxy.takeCapacity();

  await one.do("askInTurn", { keys: [key] });
  const miss = proxy.takeCapacity();
  await one.do("askInTurn", { keys: Array.from({ length: HITS }, () => key) });
  const hit = perHit(proxy.takeCapacity());
  await other.do("askInTurn", { keys: [key] });
  const firstHit = proxy.takeCapacity();

  await Promise.all([one.stop(), other.stop()]);
  await proxy.close();
  return { miss, hit, firstHit };
}
