/** A value with where it came from. Times are milliseconds since the epoch. */
export interface Answer<T> {
  readonly value: T;
  /** `origin` for the one answer that was fetched, `cache` for every other of its generation. */
  readonly source: "origin" | "cache";
  /** Which hit of its generation this answer is, 0 for the fetched one; null when it could not be counted. */
  readonly hits: number | null;
  /** Whether the value is past its window and answered only because the origin failed. */
  readonly stale: boolean;
  /** Whether the shared store holds the value. */
  readonly stored: boolean;
  readonly fetchedAt: number;
  readonly freshUntil: number;
  readonly answeredAt: number;
}

/** What happened inside the cache, for logs and metrics. */
export type CacheEvent =
  | { readonly type: "hit" | "stale" | "fetched"; readonly key: string; readonly counted: boolean }
  | { readonly type: "origin-failed"; readonly key: string; readonly error: unknown }
  | { readonly type: "unreadable"; readonly key: string }
  | { readonly type: "store-failed"; readonly key: string; readonly error: unknown }
  | { readonly type: "store-answered" };
