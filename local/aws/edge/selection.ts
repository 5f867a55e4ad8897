/** Which headers, cookies or query strings a policy takes. */
export interface Selection {
  readonly take: "none" | "all" | "allExcept";
  /** What `allExcept` leaves out. */
  readonly names: readonly string[];
}

export const NONE: Selection = { take: "none", names: [] };

/** Whether one of two policies takes it, which is enough. */
export function takes(name: string, ...selections: readonly Selection[]): boolean {
  return selections.some(
    ({ take, names }) => take === "all" || (take === "allExcept" && !names.includes(name)),
  );
}

/** The parts of a query string, or of a Cookie header, whose names are taken, in their order. */
export function selectPairs(
  text: string,
  separator: "&" | "; ",
  ...selections: readonly Selection[]
): string {
  const pairs = text.split(separator === "&" ? "&" : /;\s*/).filter(Boolean);
  return pairs.filter((pair) => takes(pair.split("=", 1)[0] ?? "", ...selections)).join(separator);
}
