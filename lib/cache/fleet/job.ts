/** What every process of a fleet is told to do. */
export interface Job {
  /** Each question is about one of these, by chance. */
  readonly keys: readonly string[];
  readonly windowMs: number;
  /** How many ask at the same time. */
  readonly clients: number;
  /** How often each asks. */
  readonly each?: number;
  /** How long each goes on asking, in milliseconds. */
  readonly forMs?: number;
  /** How long each waits between two questions, on average, in milliseconds. */
  readonly pauseMs?: number;
}

/** One answer as a client got it. */
export type Asked = {
  readonly key: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
} & (
  | {
      /** Which call to the origin it came from. */
      readonly fetch: number;
      readonly source: "origin" | "cache";
      readonly hits: number | null;
      readonly stale: boolean;
      readonly fetchedAt: number;
      readonly freshUntil: number;
    }
  | { readonly error: string }
);

export type Answered = Extract<Asked, { fetch: number }>;

export interface Report {
  readonly answers: readonly Asked[];
  /** Since the process began, as the next three. */
  readonly storeRequests: number;
  readonly storeFailures: number;
  readonly takeovers: number;
  readonly hitsLost: number;
}
