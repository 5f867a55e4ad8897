import {
  Agent,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { pipeline } from "node:stream/promises";
import { buffer } from "node:stream/consumers";
import type { Answer } from "./answer";

// An idle connection is given up before the engine does it, in the middle of the next request.
const agent = new Agent({ keepAlive: true, timeout: 5000 });

// About one connection, not about the message (RFC 9110, 7.6.1). The gateway has said "go on" itself by now.
const HOP_BY_HOP = new Set(["connection", "keep-alive", "proxy-connection", "te", "upgrade", "expect"]);

const endToEnd = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));

async function open(
  request: IncomingMessage,
  engine: string,
  body: Uint8Array | undefined,
): Promise<IncomingMessage> {
  const headers = endToEnd(request.headers);
  if (body) {
    delete headers["transfer-encoding"];
    headers["content-length"] = String(body.byteLength);
  }
  const { promise, resolve, reject } = deferred<IncomingMessage>();
  // The host stays as it was asked for: from it and the signature moto knows region, service and bucket.
  const outgoing = send(new URL(request.url ?? "/", engine), { method: request.method, headers, agent });
  outgoing.once("response", resolve);
  outgoing.once("error", reject);
  if (body) outgoing.end(body);
  // A body that breaks off is told by the error event.
  else pipeline(request, outgoing).catch(reject);
  return promise;
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

/** Passes a request on as it is and its answer back as it comes. */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  engine: string,
): Promise<void> {
  const answer = await open(request, engine, undefined);
  const headers = endToEnd(answer.headers);
  delete headers["transfer-encoding"];
  response.writeHead(answer.statusCode ?? 502, headers);
  await pipeline(answer, response);
}

/** Passes a request on with this body, and returns the whole answer. */
export async function ask(
  request: IncomingMessage,
  engine: string,
  body: Uint8Array,
): Promise<Required<Answer>> {
  const answer = await open(request, engine, body);
  const headers = Object.fromEntries(
    Object.entries(endToEnd(answer.headers))
      .filter(([name]) => name !== "transfer-encoding" && name !== "content-length")
      .map(([name, value]) => [name, String(value)]),
  );
  return { status: answer.statusCode ?? 502, headers, body: await buffer(answer) };
}
