import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a server answers one request; one that writes nothing leaves it hanging. */
export type Respond = (response: ServerResponse, received: Received) => void;

export interface TestServer {
  readonly url: string;
  /** Oldest first. */
  readonly requests: readonly Received[];
  /** How the requests from now on are answered. */
  respond: Respond;
  /** Stops listening and ends what is still open. */
  close(): Promise<void>;
}

/** Starts an HTTP server on a free port of this machine. */
export async function startServer(respond: Respond): Promise<TestServer> {
  const requests: Received[] = [];
  const http = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const received = {
      method: request.method ?? "",
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      body,
    };
    requests.push(received);
    server.respond(response, received);
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const server: TestServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests,
    respond,
    async close() {
      if (!http.listening) return;
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
  return server;
}

/** An address at which nothing listens. */
export async function closedUrl(): Promise<string> {
  const server = await startServer(hang);
  await server.close();
  return server.url;
}

/** Answers with a text as it is. */
export const text =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Respond =>
  (response) =>
    void response.writeHead(status, headers).end(body);

/** Answers with a value as JSON. */
export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}) =>
  text(status, JSON.stringify(value), { "content-type": "application/json", ...headers });

/** Never answers. */
export const hang: Respond = () => undefined;

/** Announces a whole body, sends half of it and hangs up. */
export const cutShort =
  (body: string): Respond =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };
