import type { Fault } from "../../local/tmdb/fault";
import { controlUrl } from "./addresses";
import type { Match } from "./control-server";

/** What a test can do with the stand-in for TMDB. */
export interface StandIn {
  /** Lets the matching requests go wrong from now on; the function that comes back ends it. */
  arrange(match: Match, fault: Fault): Promise<() => Promise<void>>;
  /** How many such requests TMDB was sent so far. */
  requests(match: Match): Promise<number>;
}

async function control<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`${controlUrl}${path}`, init);
  if (!response.ok) throw new Error(`The control server answered ${response.status} to ${path}`);
  return (await response.json()) as T;
}

/** The stand-in, and what ends every fault that is still arranged. */
export function createStandIn(): { standIn: StandIn; endAll(): Promise<void> } {
  const open = new Set<string>();

  async function end(id: string): Promise<void> {
    if (open.delete(id)) await control(`/faults/${id}`, { method: "DELETE" });
  }

  return {
    standIn: {
      async arrange(match, fault) {
        const body = JSON.stringify({ match, fault });
        const { id } = await control<{ id: string }>("/faults", { method: "POST", body });
        open.add(id);
        return () => end(id);
      },
      async requests(match) {
        const { count } = await control<{ count: number }>(
          `/requests?${new URLSearchParams({ ...match }).toString()}`,
        );
        return count;
      },
    },
    endAll: async () => {
      await Promise.all([...open].map(end));
    },
  };
}

/** The request for a search of this query, in the cache's spelling, whichever page. */
export const searchFor = (query: string): Match => ({ path: "/3/search/movie", query: query.toLowerCase() });

/** The request for a film. */
export const filmOf = (id: number): Match => ({ path: `/3/movie/${id}` });

/** The request for a person. */
export const personOf = (id: number): Match => ({ path: `/3/person/${id}` });

/** TMDB is out of order. */
export const OUTAGE: Fault = { status: 500, body: "<html><body>Internal Server Error</body></html>" };

/** TMDB asks to wait that many seconds. */
export const asksToWait = (seconds: number): Fault => ({
  status: 429,
  headers: { "Retry-After": String(seconds) },
  body: JSON.stringify({
    success: false,
    status_code: 25,
    status_message: "Your request count is over the limit.",
  }),
});
