/**
 * Returns a function that asks `read` at most once per key and span, and for those that ask at the same time
 * once. What failed is not remembered.
 * @param spanMs 0 or more; Infinity remembers for good
 */
export function remember<Value>(
  spanMs: number,
  now: () => number = Date.now,
): (key: string, read: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return (key, read) => {
    const found = known.get(key);
    if (found && now() < found.until) return found.value;
    const entry = { until: now() + spanMs, value: read() };
    known.set(key, entry);
    entry.value.catch(() => {
      if (known.get(key) === entry) known.delete(key);
    });
    return entry.value;
  };
}
