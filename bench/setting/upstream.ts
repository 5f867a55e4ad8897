import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { close, listen } from "../../local/listen";
import { sampleFilms, type Page } from "./page";

/** How long the upstream takes for an answer, in milliseconds. */
export const UPSTREAM_MS = 150;

/** What stands in for TMDB: slow, and it counts who asks. */
export interface Upstream {
  readonly url: string;
  /** How often a key was asked for, by all processes together. */
  calls(key: string): number;
  /** Whether it is about to answer. */
  busy(): boolean;
  /** From now on every answer is 503. */
  fail(): void;
  close(): Promise<void>;
}

export async function startUpstream(): Promise<Upstream> {
  const films = await sampleFilms();
  const counts = new Map<string, number>();
  let failing = false;
  let pending = 0;

  const server = createServer((request, response) => {
    const key = decodeURIComponent(request.url?.slice(1) ?? "");
    const call = (counts.get(key) ?? 0) + 1;
    counts.set(key, call);
    pending += 1;
    void sleep(UPSTREAM_MS).then(() => {
      pending -= 1;
      const page: Page = { key, call, films };
      response.writeHead(failing ? 503 : 200, { "Content-Type": "application/json" });
      response.end(failing ? "{}" : JSON.stringify(page));
    });
  });
  // A connection that ends while a busy client reuses it would look like a failing upstream.
  server.keepAliveTimeout = 60_000;
  const url = await listen(server, 0, "127.0.0.1");

  return {
    url,
    calls: (key) => counts.get(key) ?? 0,
    busy: () => pending > 0,
    fail() {
      failing = true;
    },
    close: () => close(server),
  };
}

/** Asks the upstream, as a peer's fetch function. */
export async function askUpstream(url: string, key: string): Promise<Page> {
  const response = await fetch(`${url}/${encodeURIComponent(key)}`);
  if (!response.ok) throw new Error(`The upstream answered ${response.status}`);
  return (await response.json()) as Page;
}
