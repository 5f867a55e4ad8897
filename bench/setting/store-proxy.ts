import { createServer, request as forward, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

import { close, listen } from "../../local/listen";

/** What DynamoDB would charge. */
export interface Capacity {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** Stands between a peer and DynamoDB where time does not matter: to make it fail, and to see what it charges. */
export interface StoreProxy {
  readonly endpoint: string;
  /** What was charged since this was asked last. */
  takeCapacity(): Capacity;
  /** Takes requests and never answers them. */
  hang(): void;
  /** Refuses connections, and ends those there are. */
  stop(): Promise<void>;
}

const NONE: Capacity = { requests: 0, readUnits: 0, writeUnits: 0 };
const READS = new Set(["GetItem", "BatchGetItem", "Query", "Scan"]);

const operationOf = (request: IncomingMessage) =>
  String(request.headers["x-amz-target"] ?? "")
    .split(".")
    .at(-1) ?? "";

/** Asks for the charge too, which is the same for every peer that way. The local DynamoDB checks no signatures. */
function askingForCapacity(operation: string, body: Buffer): Buffer {
  if (!/Item$|^Query$|^Scan$/.test(operation)) return body;
  const asked = JSON.parse(body.toString()) as object;
  return Buffer.from(JSON.stringify({ ...asked, ReturnConsumedCapacity: "TOTAL" }));
}

function chargedIn(body: Buffer): number {
  const { ConsumedCapacity: charged } = JSON.parse(body.toString()) as {
    ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
  };
  return [charged ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}

/** @param store endpoint of the DynamoDB behind it */
export async function startStoreProxy(store: string): Promise<StoreProxy> {
  let hanging = false;
  let capacity = NONE;

  function note(operation: string, units: number): void {
    const { requests, readUnits, writeUnits } = capacity;
    const reads = READS.has(operation);
    capacity = {
      requests: requests + 1,
      readUnits: readUnits + (reads ? units : 0),
      writeUnits: writeUnits + (reads ? 0 : units),
    };
  }

  async function pass(request: IncomingMessage): Promise<{ status: number; type: string; body: Buffer }> {
    const operation = operationOf(request);
    const body = askingForCapacity(operation, await buffer(request));
    const headers = { ...request.headers, "content-length": String(body.byteLength) };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      forward(store, { method: request.method ?? "POST", headers }, resolve)
        .on("error", reject)
        .end(body);
    });
    const answered = await buffer(answer);
    note(operation, chargedIn(answered));
    return {
      status: answer.statusCode ?? 500,
      type: answer.headers["content-type"] ?? "application/x-amz-json-1.0",
      body: answered,
    };
  }

  const server = createServer((request, response) => {
    if (hanging) return;
    pass(request).then(
      ({ status, type, body }) => response.writeHead(status, { "Content-Type": type }).end(body),
      () => response.destroy(),
    );
  });
  const endpoint = await listen(server, 0, "127.0.0.1");

  return {
    endpoint,
    takeCapacity() {
      const taken = capacity;
      capacity = NONE;
      return taken;
    },
    hang() {
      hanging = true;
    },
    stop: () => close(server),
  };
}
