import Negotiator from "negotiator";

import type { CachePolicy } from "./topology";

export type Encoding = "br" | "gzip";

/** The encodings that the viewer accepts and the policy knows, the better one first. */
export function acceptedEncodings(
  header: string | undefined,
  { gzip, brotli }: Pick<CachePolicy, "gzip" | "brotli">,
): Encoding[] {
  if (header === undefined) return [];
  const accepted = new Negotiator({ headers: { "accept-encoding": header } }).encodings(["br", "gzip"]);
  return (["br", "gzip"] as const).filter(
    (encoding) => (encoding === "br" ? brotli : gzip) && accepted.includes(encoding),
  );
}
