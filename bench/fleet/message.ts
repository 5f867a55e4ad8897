import type { PeerName } from "../peers";
import type { JobName } from "../jobs";

/** What a process of the fleet is started with, as its only argument. */
export interface WorkerSetup {
  readonly peer: PeerName;
  readonly tableName: string;
  readonly windowMs: number;
  readonly upstreamUrl: string;
}

export interface Order {
  readonly id: number;
  readonly job: JobName;
  readonly input: unknown;
}

export type Report =
  | "ready"
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };
