import { createHash } from "node:crypto";

/**
 * Writes one line of JSON to standard error. Only names and messages of errors go in: their causes may
 * hold what a log must not.
 */
export function logFailure(event: string, key: string, error: unknown): void {
  const failure = error instanceof Error ? { error: error.name, message: error.message } : {};
  // Keys hold what people searched for, so a log gets their hash.
  const keyHash = createHash("sha256").update(key).digest("hex").slice(0, 12);
  process.stderr.write(
    `${JSON.stringify({ level: "warn", time: new Date().toISOString(), event, keyHash, ...failure })}\n`,
  );
}
