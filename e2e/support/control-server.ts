import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";

import type { Fault, Intercept } from "../../local/tmdb/fault";

/** Which requests to TMDB are meant: of a path, with these parameters whatever others they have. */
export interface Match {
  readonly path: string;
  readonly [parameter: string]: string;
}

/** A fault and the requests that it happens to. */
export interface Arrangement {
  readonly match: Match;
  readonly fault: Fault;
}

export interface Control {
  readonly server: Server;
  readonly intercept: Intercept;
}

const matches = ({ path, ...parameters }: Match, request: Parameters<Intercept>[0]) =>
  path === request.path &&
  Object.entries(parameters).every(([name, value]) => request.query.get(name) === value);

/**
 * The switchboard between tests and the stand-in for TMDB: `POST /faults` arranges a fault and answers its id,
 * `DELETE /faults/{id}` ends it, `GET /requests?path=…[&parameter=…]` counts the requests that reached the stand-in.
 */
export function createControl(): Control {
  const arranged = new Map<string, Arrangement>();
  const requests: Parameters<Intercept>[0][] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://control");
    const reply = (status: number, body: object) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));

    if (request.method === "POST" && pathname === "/faults") {
      const id = randomUUID();
      arranged.set(id, (await json(request)) as Arrangement);
      return void reply(201, { id });
    }
    if (request.method === "DELETE" && pathname.startsWith("/faults/")) {
      return void reply(arranged.delete(pathname.slice("/faults/".length)) ? 200 : 404, {});
    }
    if (pathname === "/requests") {
      const match = { path: "", ...Object.fromEntries(searchParams) };
      return void reply(200, { count: requests.filter((one) => matches(match, one)).length });
    }
    reply(pathname === "/ready" ? 200 : 404, {});
  }

  return {
    server: createServer((request, response) => {
      answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    }),
    intercept(request) {
      requests.push(request);
      return [...arranged.values()].find(({ match }) => matches(match, request))?.fault;
    },
  };
}
