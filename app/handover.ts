import { randomUUID } from "node:crypto";

import { LRUCache } from "lru-cache";

/** The request header that names what the proxy has found for the page. */
export const HANDOVER_HEADER = "x-handover";

// A page picks its view up at once; what is left over belongs to requests that were broken off.
const MAX_VIEWS = 1000;
// Minutes, since `next dev` may compile the page in between.
const MAX_AGE_MS = 10 * 60_000;

// Next bundles the proxy and the pages apart; they meet in the one process that runs both.
const shared = globalThis as { [VIEWS]?: LRUCache<string, object> };
const VIEWS = Symbol.for("movies-viewer.views");
const views = () => (shared[VIEWS] ??= new LRUCache({ max: MAX_VIEWS, ttl: MAX_AGE_MS }));

/** Leaves a view for the page; answers the ticket under which it is picked up, once. */
export function leave(view: object): string {
  const ticket = randomUUID();
  views().set(ticket, view);
  return ticket;
}

/** The view that was left under a ticket, or undefined. */
export function pickUp(ticket: string | null): object | undefined {
  if (ticket === null) return undefined;
  const view = views().get(ticket);
  views().delete(ticket);
  return view;
}
