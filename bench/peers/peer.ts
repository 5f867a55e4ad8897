import type { Page } from "../setting/page";

/** How every peer is to work: the question the product asks of its cache. */
export interface PeerOptions {
  readonly tableName: string;
  /** Milliseconds that a page is fresh. */
  readonly windowMs: number;
  fetch(key: string): Promise<Page>;
}

export interface PeerAnswer {
  /** Undefined where the peer answers nothing and calls it success. */
  readonly page: Page | undefined;
  /** Which hit of its window it is, over all processes; null where the peer doesn't count. */
  readonly hits: number | null;
}

/** One peer in one process. The store's address and credentials come from the AWS SDK's environment. */
export interface Peer {
  get(key: string): Promise<PeerAnswer>;
  close(): Promise<void>;
}

/** For how long a page may be answered when the upstream fails. */
export const STALE_MS = 24 * 60 * 60 * 1000;

/** A peer's answer that is not counted. */
export const uncounted = (page: Page | undefined): PeerAnswer => ({ page, hits: null });
