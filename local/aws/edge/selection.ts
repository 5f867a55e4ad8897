/** Which headers, cookies or query strings a policy takes. */
export interface Selection {
  readonly take: "none" | "all" | "these" | "allExcept";
  readonly names: readonly string[];
}

export const NONE: Selection = { take: "none", names: [] };

/** Whether one of two policies takes it, which is enough. */
export function takes(name: string, ...selections: readonly Selection[]): boolean {
  return selections.some(({ take, names }) => {
    if (take === "none" || take === "all") return take === "all";
    return names.includes(name) === (take === "these");
  });
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
