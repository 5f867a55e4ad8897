import type { Headers } from "./message";
import type { CachePolicy } from "./topology";

type Directives = ReadonlyMap<string, string>;

function directivesOf(headers: Headers): Directives {
  const parts = (headers["cache-control"] ?? "").toLowerCase().split(",");
  return new Map(
    parts.map((part) => {
      const [name = "", value = ""] = part.trim().split("=");
      return [name, value.replaceAll('"', "")];
    }),
  );
}

const isForNobody = (directives: Directives) =>
  ["no-store", "no-cache", "private"].some((name) => directives.has(name));

/** How long the origin wants a shared cache to keep it, in seconds; undefined where it does not say. */
function wantedTtl(headers: Headers, directives: Directives, now: number): number | undefined {
  const age = directives.get("s-maxage") ?? directives.get("max-age");
  if (age !== undefined && /^\d+$/.test(age)) return Number(age);
  const expires = headers["expires"];
  if (expires === undefined) return undefined;
  // What is no date, such as 0, is in the past (RFC 9111, 5.3).
  return Math.max(0, (Date.parse(expires) - now) / 1000 || 0);
}

/**
 * Returns for how many seconds CloudFront keeps an answer
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html).
 * A minimum above 0 wins over `no-store`: that is why the minimum should be 0.
 */
export function ttlOf(headers: Headers, policy: CachePolicy, now: number): number {
  const { minTtl, defaultTtl, maxTtl } = policy;
  if (maxTtl === 0) return 0;
  const directives = directivesOf(headers);
  if (isForNobody(directives)) return minTtl;
  const ttl = wantedTtl(headers, directives, now) ?? defaultTtl;
  return Math.min(Math.max(ttl, minTtl), maxTtl);
}

/** Seconds for which an error is kept where the distribution says nothing. */
const ERROR_TTL = 10;
const ALWAYS_KEPT = [404, 405, 414, 500, 501, 502, 503, 504];
const KEPT_WHEN_ASKED = [400, 403, 412, 415];
const MAY_BE_FOR_NOBODY = [404, 410, 414, 501];

/**
 * Returns for how many seconds an error of the origin is answered to all, which does not depend on the cache
 * policy (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html).
 */
export function errorTtlOf(
  status: number,
  headers: Headers,
  configured: number | undefined,
  policy: CachePolicy,
  now: number,
): number {
  const directives = directivesOf(headers);
  const wanted = isForNobody(directives)
    ? undefined
    : Math.min(wantedTtl(headers, directives, now) ?? 0, policy.maxTtl);
  const isKept =
    ALWAYS_KEPT.includes(status) ||
    configured !== undefined ||
    (KEPT_WHEN_ASKED.includes(status) && Boolean(wanted));
  // A range that does not exist says nothing of the object.
  if (!isKept || status === 416) return 0;
  if (isForNobody(directives) && MAY_BE_FOR_NOBODY.includes(status)) return 0;
  return Math.max(configured ?? ERROR_TTL, wanted ?? 0);
}
