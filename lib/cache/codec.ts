import { gunzipSync, gzipSync } from "node:zlib";

/** The first byte of every body; a body that starts otherwise was written by another version. */
const VERSION = 1;
/** More than any entry unpacks to; a body that claims to hold more is damaged. */
const MAX_JSON_BYTES = 16 * 1024 * 1024;

/**
 * A value as the bytes of a stored body: its version, then the gzipped JSON of the key and the value.
 * The key goes in too, so that a body can prove that it belongs to the entry it was found in.
 */
export function encodeBody(key: string, value: unknown): Uint8Array {
  return Buffer.concat([Buffer.of(VERSION), gzipSync(JSON.stringify({ key, value }))]);
}

export interface Decoded {
  readonly value: unknown;
  /** Size of its JSON. */
  readonly bytes: number;
}

/**
 * The value in a stored body.
 *
 * @returns undefined when the body is of another version, damaged (gzip's checksum tells) or another key's
 */
export function decodeBody(key: string, body: Uint8Array): Decoded | undefined {
  if (body[0] !== VERSION) return undefined;
  let json: Buffer;
  let parsed: unknown;
  try {
    json = gunzipSync(body.subarray(1), { maxOutputLength: MAX_JSON_BYTES });
    parsed = JSON.parse(json.toString("utf8"));
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null || !("key" in parsed) || !("value" in parsed)) {
    return undefined;
  }
  return parsed.key === key ? { value: parsed.value, bytes: json.byteLength } : undefined;
}
