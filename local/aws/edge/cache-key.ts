import { acceptedEncodings } from "./accept-encoding";
import type { ViewerRequest } from "./message";
import { selectPairs, takes } from "./selection";
import type { Behaviour } from "./topology";

/**
 * Returns what tells this request from others that may share an answer. GET and HEAD share theirs; OPTIONS
 * has its own.
 */
export function cacheKey(
  { method, path, query, headers }: Pick<ViewerRequest, "method" | "path" | "query" | "headers">,
  { cachePolicy, origin }: Pick<Behaviour, "cachePolicy" | "origin">,
): string {
  const chosen = Object.entries(headers)
    .filter(([name]) => name !== "cookie" && takes(name, cachePolicy.headers))
    .toSorted(([one], [other]) => one.localeCompare(other));
  return JSON.stringify([
    method === "OPTIONS" ? "OPTIONS" : "GET",
    origin.domainName,
    path,
    selectPairs(query, "&", cachePolicy.queries),
    selectPairs(headers["cookie"] ?? "", "; ", cachePolicy.cookies),
    chosen,
    acceptedEncodings(headers["accept-encoding"], cachePolicy),
  ]);
}
