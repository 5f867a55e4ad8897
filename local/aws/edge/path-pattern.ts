import type { Behaviour } from "./topology";

/**
 * Returns the path in the form that patterns are held against (RFC 3986, 6.2.2): unreserved characters are
 * not encoded, and there are no dot segments. The origin still gets what the viewer sent.
 */
export function normalisePath(path: string): string {
  const decoded = path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
  const segments: string[] = [];
  for (const segment of decoded.split("/").slice(1)) {
    if (segment === "..") segments.pop();
    else if (segment !== ".") segments.push(segment);
  }
  if (/\/\.{1,2}$/.test(decoded)) segments.push("");
  return `/${segments.join("/")}`;
}

/** Whether a path fits a pattern: `*` is any number of characters, `?` one, and case counts. */
export function matches(pattern: string, path: string): boolean {
  const anchored = pattern.startsWith("/") || pattern.startsWith("*") ? pattern : `/${pattern}`;
  const source = anchored
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(path);
}

/** Returns the first behaviour whose pattern fits, the default where none does. */
export function behaviourFor(behaviours: readonly Behaviour[], path: string): Behaviour {
  const normal = normalisePath(path);
  const found = behaviours.find(({ pattern }) => matches(pattern, normal)) ?? behaviours.at(-1);
  if (!found) throw new Error("A distribution has at least its default behaviour.");
  return found;
}
