declare module "dynalite" {
  import type { Server } from "node:http";

  interface DynaliteOptions {
    /** How long a table stays CREATING, DELETING or UPDATING, in milliseconds; 500 by default. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }

  /** Returns a server that is not listening yet; it keeps its tables in memory. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
