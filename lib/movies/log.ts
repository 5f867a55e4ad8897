import { currentRequest } from "./current-request";
import { hashOf } from "./telemetry";

function write({
  level,
  ...line
}: { readonly level: "warn" | "error" } & Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), ...line })}\n`);
}

/**
 * Writes one line of JSON to standard error. Only names and messages of errors go in: their causes may
 * hold what a log must not.
 */
export function logFailure(event: string, error: unknown, key?: string): void {
  const failure = error instanceof Error ? { error: error.name, message: error.message } : {};
  const about = { requestId: currentRequest()?.id, keyHash: key === undefined ? undefined : hashOf(key) };
  write({ level: "warn", event, ...about, ...failure });
}

/** Writes an error that is nobody's fault but ours, with the stack to find it by, as a line of JSON too. */
export function logInternal(error: unknown): void {
  const stack = String(error instanceof Error ? error.stack : error);
  write({ level: "error", event: "internal-error", requestId: currentRequest()?.id, stack });
}
