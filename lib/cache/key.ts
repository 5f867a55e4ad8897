import { createHash } from "node:crypto";

/** Bytes; what is longer would make a write unit of the counter's item, which holds 1 KB, too small. */
const LONGEST = 200;

/**
 * The key under which a request is cached: its kind and its parameters in one order, percent-encoded; their hash where
 * they are long.
 */
export function cacheKey(kind: string, parameters: Readonly<Record<string, string | number>>): string {
  const sorted = new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
  );
  sorted.sort();
  const text = sorted.toString();
  if (text.length <= LONGEST) return `${kind}?${text}`;
  return `${kind}?sha256=${createHash("sha256").update(text).digest("hex")}`;
}
