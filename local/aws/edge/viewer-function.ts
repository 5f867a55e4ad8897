import { setTimeout as sleep } from "node:timers/promises";
import { createContext, Script } from "node:vm";

import type { ViewerRequest } from "./message";
import { changedRequest, functionRequest, type FunctionRequest } from "./viewer-event";

export interface ViewerContext {
  readonly distributionId: string;
  readonly distributionDomainName: string;
  readonly requestId: string;
}

/** Milliseconds. CloudFront allows about one of compute; this only ends what never ends, on a busy machine too. */
const TIMEOUT_MS = 2000;
/** Calls `handler` in a world of its own and returns what it returned, as JSON. */
async function call(code: string, event: unknown): Promise<string | undefined> {
  // Without a prototype, which would be a way out.
  const world = createContext(Object.create(null) as object, {
    codeGeneration: { strings: false, wasm: false },
  });
  const script = new Script(`
    globalThis.console = { log() {}, error() {} };
    ${code}
    ;(async (result) => JSON.stringify(await result))(handler(JSON.parse(${JSON.stringify(JSON.stringify(event))})));`);
  // Ends a loop; one that begins after an await would go on, as Node can't end it without harm.
  const result = script.runInContext(world, { timeout: TIMEOUT_MS }) as Promise<string | undefined>;
  const over = new AbortController();
  const timeout = sleep(TIMEOUT_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error("The function did not return in time.");
  });
  try {
    return await Promise.race([result, timeout]);
  } finally {
    over.abort();
  }
}

/**
 * Runs the deployed code of a CloudFront Function on a request. It sees nothing but its event and a console,
 * and nothing stays of it from one request to the next, as at CloudFront.
 * @returns the request to go on with
 * @throws when the code fails, takes too long or returns what CloudFront would refuse, or the edge does not know: a
 *   response of its own
 */
export async function runViewerRequest(
  code: string,
  viewer: ViewerRequest,
  context: ViewerContext,
): Promise<ViewerRequest> {
  const returned = await call(code, {
    version: "1.0",
    context: { ...context, eventType: "viewer-request" },
    viewer: { ip: viewer.ip },
    request: functionRequest(viewer),
  });
  if (returned === undefined) throw new Error("The function returned nothing.");
  const result = JSON.parse(returned) as FunctionRequest;
  if ("statusCode" in result) throw new Error("The function answers itself, which the edge does not know.");
  return changedRequest(viewer, result);
}
