import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface UpstreamCall {
  readonly key: string;
  /** Of the process that asked. */
  readonly pid: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What the origin answers with. */
export interface Fetched {
  /** Which call it was. */
  readonly fetch: number;
}

export interface Upstream {
  readonly url: string;
  /** Every request it got, oldest first. */
  readonly calls: readonly UpstreamCall[];
  callsFor(key: string): readonly UpstreamCall[];
  /** Milliseconds until an answer. */
  delayMs: number;
  /** Seconds of `Retry-After`; while set, every answer is 429. */
  retryAfterSeconds: number | undefined;
  close(): Promise<void>;
}

/** An origin that counts who asks it for what. */
export async function startUpstream(): Promise<Upstream> {
  const calls: UpstreamCall[] = [];
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    calls.push({
      key: searchParams.get("key") ?? "",
      pid: Number(searchParams.get("pid")),
      at: Date.now(),
    });
    const fetched: Fetched = { fetch: calls.length };
    await sleep(upstream.delayMs);
    if (upstream.retryAfterSeconds !== undefined) {
      response.writeHead(429, { "retry-after": String(upstream.retryAfterSeconds) }).end();
      return;
    }
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(fetched));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const upstream: Upstream = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    callsFor: (key) => calls.filter((call) => call.key === key),
    delayMs: 150,
    retryAfterSeconds: undefined,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return upstream;
}
