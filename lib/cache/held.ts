import { decodeBody } from "./codec";
import type { Generation, StoredEntry } from "./store";

/** An entry with its value unpacked, as this process keeps it. */
export interface Held extends Generation {
  readonly value: unknown;
  /** Size of the value's JSON. */
  readonly bytes: number;
  /** Whether the store holds it. One that could not be stored is tried again with the next answer. */
  stored: boolean;
  /** False when it is too large for the store. */
  storable: boolean;
  /** Milliseconds of the process's monotonic clock; the store is not asked to take it before. */
  saveAt: number;
}

/** An entry from further in the future than clocks can be apart (ms) is not believed. */
export const CLOCK_TOLERANCE_MS = 60 * 1000;

/** TMDB's terms allow its content to be kept for six months at most. */
export const LONGEST_STALE_MS = 180 * 24 * 60 * 60 * 1000;

/** What a stored entry holds; null when it can't be read or can't be true. */
export function unpack(key: string, entry: StoredEntry, now: number): Held | null {
  const { generation, fetchedAt, freshUntil, staleUntil } = entry;
  const inOrder =
    fetchedAt <= now + CLOCK_TOLERANCE_MS &&
    fetchedAt <= freshUntil &&
    freshUntil <= staleUntil &&
    staleUntil <= fetchedAt + LONGEST_STALE_MS;
  const decoded = inOrder ? decodeBody(key, entry.body) : undefined;
  if (!decoded) return null;
  return {
    generation,
    fetchedAt,
    freshUntil,
    staleUntil,
    ...decoded,
    stored: true,
    storable: true,
    saveAt: 0,
  };
}
