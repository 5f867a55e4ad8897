/**
 * The key under which a request is cached: its kind and its parameters in one order, percent-encoded.
 * DynamoDB allows 2048 bytes for a partition key.
 */
export function cacheKey(kind: string, parameters: Readonly<Record<string, string | number>>): string {
  const sorted = new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
  );
  sorted.sort();
  return `${kind}?${sorted.toString()}`;
}
