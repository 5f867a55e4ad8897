import { createServer, request as forward, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

import { close, listen } from "../../local/listen";

/** What DynamoDB would charge. */
export interface Capacity {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** How a store fails. */
export type StoreFault =
  /** Refuses connections, and ends those there are. */
  | "refuses"
  /** Takes requests, and neither does nor answers them. */
  | "hangs"
  /** Does what it is asked, and never says so. */
  | "is mute"
  /** Turns away every other request, as one too many. */
  | "throttles";

/** Stands between a peer and DynamoDB where time does not matter: to make it fail, and to see what it charges. */
export interface StoreProxy {
  readonly endpoint: string;
  /** What was charged since this was asked last. */
  takeCapacity(): Capacity;
  /** Fails this way until it recovers. */
  fail(how: StoreFault): Promise<void>;
  recover(): Promise<void>;
  close(): Promise<void>;
}

const NONE: Capacity = { requests: 0, readUnits: 0, writeUnits: 0 };
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const THROTTLED = {
  status: 400,
  type: "application/x-amz-json-1.0",
  body: JSON.stringify({
    __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
    message: "The level of configured provisioned throughput for the table was exceeded.",
  }),
};
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
  let fault: StoreFault | undefined;
  let turns = 0;
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

  async function pass(
    request: IncomingMessage,
  ): Promise<{ status: number; type: string; body: Buffer | string }> {
    if (fault === "throttles" && (turns += 1) % 2 === 0) {
      request.resume();
      return THROTTLED;
    }
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
    if (fault === "hangs") return;
    const mute = fault === "is mute";
    pass(request).then(
      ({ status, type, body }) => {
        if (!mute) response.writeHead(status, { "Content-Type": type }).end(body);
      },
      () => response.destroy(),
    );
  });
  const host = "127.0.0.1";
  const endpoint = await listen(server, 0, host);

  return {
    endpoint,
    takeCapacity() {
      const taken = capacity;
      capacity = NONE;
      return taken;
    },
    async fail(how) {
      fault = how;
      if (how === "refuses") await close(server);
    },
    async recover() {
      fault = undefined;
      if (!server.listening) await listen(server, Number(new URL(endpoint).port), host);
    },
    close: () => close(server),
  };
}
