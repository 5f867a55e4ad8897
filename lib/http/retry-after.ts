/**
 * Reads a Retry-After header: seconds or an HTTP date (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since the epoch, which a date is held against
 * @returns milliseconds to wait, never negative; null when there is no header or it can't be read
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const value = header?.trim();
  if (!value) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse makes a date of "-1" and "1.5" too: all three forms of an HTTP date have a time, in GMT.
  if (!/\d\d:\d\d:\d\d/.test(value)) return null;
  const date = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
