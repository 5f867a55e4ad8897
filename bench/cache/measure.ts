import { PEER_NAMES, peerKind, type PeerName } from "../peers";
import { measureCharges, type Charges } from "./charges";
import { measureOurselves, type Ourselves } from "./ourselves";
import { CLIENTS, measureRounds, PROCESSES, type Rounds } from "./rounds";
import { describeStore } from "../setting/describe-store";
import { startSetting, type Setting } from "./setting";
import { measureSpeed, type Speed } from "./speed";
import { measureStoreDown, type StoreDown } from "./store-down";
import { measureTruncated, type Truncated } from "./truncated";
import { measureUpstreamDown, type UpstreamDown } from "./upstream-down";

export interface PeerResult {
  readonly cold: Rounds;
  readonly atExpiry: Rounds;
  readonly charges: Charges;
  readonly speed: Speed;
  readonly storeRefuses: StoreDown;
  readonly storeHangs: StoreDown;
  readonly truncated: Truncated;
  readonly upstreamDown: UpstreamDown;
}

export interface CacheResult {
  /** The DynamoDB that was used, and why it was not AWS's own. */
  readonly store: string;
  readonly processes: number;
  readonly clients: number;
  readonly peers: Readonly<Record<PeerName, PeerResult>>;
  readonly ourselves: Ourselves;
}

type Say = (line: string) => void;

/** One thing for every peer, one after the other: what is timed must be alone. */
async function inTurn<T>(what: string, say: Say, measure: (peer: PeerName) => Promise<T>) {
  const results = {} as Record<PeerName, T>;
  for (const peer of PEER_NAMES) {
    say(`${what}: ${peerKind(peer).title}`);
    results[peer] = await measure(peer);
  }
  return results;
}

/** Nearly all of it is waiting, so all peers may do it at once. */
async function storeHangs(setting: Setting, say: Say): Promise<Record<PeerName, StoreDown>> {
  say("The store hangs: all at once");
  const entries = PEER_NAMES.map(
    async (peer) => [peer, await measureStoreDown(setting, peer, "hangs")] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as Record<PeerName, StoreDown>;
}

async function measureAll(setting: Setting, say: Say): Promise<CacheResult> {
  const speed = await inTurn("Hits", say, (peer) => measureSpeed(setting, peer));
  const rounds = await inTurn("Rounds", say, (peer) => measureRounds(setting, peer));
  const charges = await inTurn("Charges", say, (peer) => measureCharges(setting, peer));
  const truncated = await inTurn("A truncated entry", say, (peer) => measureTruncated(setting, peer));
  const upstreamDown = await inTurn("The upstream is down", say, (peer) =>
    measureUpstreamDown(setting, peer),
  );
  const refuses = await inTurn("The store refuses", say, (peer) =>
    measureStoreDown(setting, peer, "refuses"),
  );
  const hangs = await storeHangs(setting, say);
  say("Our own cache on a store that costs nothing");
  const ourselves = await measureOurselves(setting);

  const results = PEER_NAMES.map((peer): [PeerName, PeerResult] => [
    peer,
    {
      ...rounds[peer],
      charges: charges[peer],
      speed: speed[peer],
      storeRefuses: refuses[peer],
      storeHangs: hangs[peer],
      truncated: truncated[peer],
      upstreamDown: upstreamDown[peer],
    },
  ]);
  return {
    store: await describeStore(setting.store),
    processes: PROCESSES,
    clients: CLIENTS,
    peers: Object.fromEntries(results) as Record<PeerName, PeerResult>,
    ourselves,
  };
}

/** Puts all caches through everything, side by side on one store and one upstream. Takes some minutes. */
export async function measureCaches(say: Say): Promise<CacheResult> {
  const setting = await startSetting();
  try {
    return await measureAll(setting, say);
  } finally {
    await setting.close();
  }
}
