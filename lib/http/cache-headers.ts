import { createHash } from "node:crypto";

/** How a cached answer came about. Times are milliseconds since the epoch. */
export interface CacheFacts {
  readonly hit: boolean;
  readonly stored: boolean;
  readonly stale: boolean;
  readonly fetchedAt: number;
  readonly freshUntil: number;
  readonly answeredAt: number;
}

/**
 * Cache-Status as RFC 9211 writes it, for a cache named `movies`. A negative ttl says for how many
 * seconds the answer has been stale (section 2.3).
 */
export function cacheStatus({ hit, stored, stale, freshUntil, answeredAt }: CacheFacts): string {
  if (!hit) return stored ? "movies; fwd=miss; stored" : "movies; fwd=miss";
  const ttl = Math.floor((freshUntil - answeredAt) / 1000);
  return `movies; hit; ttl=${ttl}${stale ? "; detail=stale-if-error" : ""}`;
}

/** Whole seconds since the answer was fetched, for the Age header (RFC 9111, section 5.1). */
export function ageSeconds({ fetchedAt, answeredAt }: Pick<CacheFacts, "fetchedAt" | "answeredAt">): number {
  return Math.max(0, Math.floor((answeredAt - fetchedAt) / 1000));
}

/**
 * A weak entity tag: equal for all answers with the same content of the same fetch, whichever hit they are.
 */
export function entityTag(
  content: string,
  { fetchedAt, stale }: Pick<CacheFacts, "fetchedAt" | "stale">,
): string {
  const hash = createHash("sha256").update(`${fetchedAt} ${stale} ${content}`).digest("base64url");
  return `W/"${hash.slice(0, 27)}"`;
}

/** Whether an If-None-Match header names the tag, by the weak comparison of RFC 9110, section 8.8.3.2. */
export function matchesEntityTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = (candidate: string) => candidate.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((one) => opaque(one) === opaque(tag));
}
