import { currentRequest } from "./current-request";
import { hashOf } from "./telemetry";

/**
 * Writes one line of JSON to standard error. Only names and messages of errors go in: their causes may
 * hold what a log must not.
 */
export function logFailure(event: string, error: unknown, key?: string): void {
  const failure = error instanceof Error ? { error: error.name, message: error.message } : {};
  const about = { requestId: currentRequest()?.id, keyHash: key === undefined ? undefined : hashOf(key) };
  process.stderr.write(
    `${JSON.stringify({ level: "warn", time: new Date().toISOString(), event, ...about, ...failure })}\n`,
  );
}

/** Writes an error that is nobody's fault but ours, with the stack to find it by. */
export function logInternal(error: unknown): void {
  const request = currentRequest();
  const named = request ? `Request ${request.id}: ` : "";
  process.stderr.write(`${named}${String(error instanceof Error ? error.stack : error)}\n`);
}
