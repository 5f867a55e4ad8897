import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** How a test lets the stand-in misbehave, once per request. */
export type Fault =
  /** Another answer, as it is: an error of TMDB, a proxy's HTML, JSON of the wrong shape. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }
  /** The usual answer, later. Milliseconds. */
  | { readonly delayMs: number }
  /** Accepts the request and never answers. */
  | { readonly hang: true }
  /** Announces the whole answer, sends half and closes the connection. */
  | { readonly truncate: true }
  /** Closes the connection without an answer. */
  | { readonly drop: true };

/** Chooses the fault of a request; undefined lets it be answered as usual. */
export type Intercept = (request: {
  readonly path: string;
  readonly query: URLSearchParams;
}) => Promise<Fault | undefined> | Fault | undefined;

/** Writes a whole answer. */
export type Send = (status: number, headers: Readonly<Record<string, string>>, body: string) => void;

/** Returns what writes an answer to this response. */
export function senderOf(response: ServerResponse): Send {
  return (status, headers, body) => response.writeHead(status, headers).end(body);
}

/** Answers with a fault; `usual` writes what would have been answered without it. */
export async function commit(
  fault: Fault,
  response: ServerResponse,
  usual: (send: Send) => void,
): Promise<void> {
  const send = senderOf(response);
  if ("hang" in fault) return;
  if ("drop" in fault) {
    response.destroy();
  } else if ("delayMs" in fault) {
    await sleep(fault.delayMs, undefined, { ref: false });
    usual(send);
  } else if ("truncate" in fault) {
    usual((status, headers, body) => {
      const bytes = Buffer.from(body);
      response.writeHead(status, { ...headers, "Content-Length": bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    });
  } else {
    send(fault.status, { "Content-Type": "application/json; charset=utf-8", ...fault.headers }, fault.body);
  }
}
