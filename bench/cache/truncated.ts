import { peerKind, type PeerName } from "../peers";
import { findEntry, truncateEntry } from "../setting/tables";
import { outcomeOf, type Outcome } from "./outcome";
import { LONG_WINDOW_MS, tableOf, type Setting } from "./setting";

/** What two processes get, one after the other, that meet an entry of which half is missing. */
export interface Truncated {
  readonly first: Outcome;
  readonly next: Outcome;
  /** Whether the second no longer needed the upstream. */
  readonly healed: boolean;
}

/** Cuts a fresh entry in half, and asks in processes that have not seen it whole. */
export async function measureTruncated(setting: Setting, peer: PeerName): Promise<Truncated> {
  const { client, upstream } = setting;
  const key = `${peer}-truncated`;
  const worker = () => setting.worker(peer, { windowMs: LONG_WINDOW_MS });
  const [writer, reader, nextReader] = [await worker(), await worker(), await worker()];
  await writer.do("askInTurn", { keys: [key] });
  const entry = await findEntry(client, tableOf(peer), peerKind(peer).partitionKey, key);
  await truncateEntry(client, tableOf(peer), entry);

  const first = await outcomeOf(reader, key);
  const calls = upstream.calls(key);
  const next = await outcomeOf(nextReader, key);
  const healed = first.kind === "page" && next.kind === "page" && upstream.calls(key) === calls;
  await Promise.all([writer, reader, nextReader].map((one) => one.stop()));
  return { first, next, healed };
}
