import type { Capacity } from "../setting/store-proxy";
import { short } from "../../docs/markdown";
import type { Outcome } from "./outcome";
import type { Spread } from "./rounds";
import type { StoreDown } from "./store-down";
import type { Truncated } from "./truncated";
import type { UpstreamDown } from "./upstream-down";

export const spreadInWords = ({ min, median, max }: Spread): string =>
  min === max ? String(median) : `${min} / ${median} / ${max}`;

export function chargesInWords({ requests, readUnits, writeUnits }: Capacity): string {
  const units = [
    readUnits > 0 ? `${short(readUnits)} R` : "",
    writeUnits > 0 ? `${short(writeUnits)} W` : "",
  ];
  return `${short(requests)} (${units.filter(Boolean).join(" + ") || "free"})`;
}

function outcomeInWords({ kind, ms, error }: Outcome): string {
  const after = `${short(ms)} ms`;
  switch (kind) {
    case "page":
      return `answers, ${after}`;
    case "nothing":
      return `undefined, ${after}`;
    case "rejected":
      return `rejects (${error}), ${after}`;
    case "no answer":
      return `no answer in ${ms / 1000} s`;
  }
}

export const storeDownInWords = ({ first, next }: StoreDown): string =>
  `${outcomeInWords(first)}; then ${outcomeInWords(next)}`;

export function truncatedInWords({ first, next, healed }: Truncated): string {
  if (healed) return "fetches, and heals";
  if (first.kind === "page" && next.kind === "page") return "fetches every time, never heals";
  return `${outcomeInWords(first)}; then ${outcomeInWords(next)}`;
}

export const withoutCopyInWords = ({ withoutCopy }: UpstreamDown): string => outcomeInWords(withoutCopy);

export function pastWindowInWords({ pastWindow, calls, clients }: UpstreamDown): string {
  const got =
    pastWindow.kind === "page" ? `old page, ${short(pastWindow.ms)} ms` : outcomeInWords(pastWindow);
  return `${got}; ${calls} ${calls === 1 ? "call" : "calls"} for ${clients} clients`;
}
