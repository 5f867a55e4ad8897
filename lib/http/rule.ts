/** What is allowed of a parameter, for people to be told in their language. */
export type Rule =
  /** A whole number; both ends included. */
  | { readonly kind: "whole"; readonly from: number; readonly to: number }
  /** Characters; both ends included. */
  | { readonly kind: "length"; readonly from: number; readonly to: number }
  | { readonly kind: "no-controls" }
  | { readonly kind: "utf-8" }
  | { readonly kind: "once" }
  /** So many ids at most. */
  | { readonly kind: "ids"; readonly most: number }
  | { readonly kind: "one-of"; readonly allowed: readonly string[] }
  /** Not after what another parameter says. */
  | { readonly kind: "order"; readonly other: string }
  /** ISO 639-1, with an ISO 3166-1 region behind it where that is taken. */
  | { readonly kind: "language"; readonly region: boolean }
  /** ISO 3166-1. */
  | { readonly kind: "region" };

/** The rule in English, as the rest of a sentence that begins with the parameter's name. */
export function ruleSentence(rule: Rule): string {
  switch (rule.kind) {
    case "whole":
      return `must be a whole number from ${rule.from} to ${rule.to}`;
    case "length":
      return `must have ${rule.from} to ${rule.to} characters`;
    case "no-controls":
      return "must have no control characters";
    case "utf-8":
      return "must be UTF-8";
    case "once":
      return "must be given once only";
    case "ids":
      return `must be ${rule.most} ids at most`;
    case "one-of":
      return `must be one of ${rule.allowed.join(", ")}`;
    case "order":
      return `must not be after ${rule.other}`;
    case "language":
      return rule.region
        ? "must be an ISO 639-1 code with an optional region, like en-US"
        : "must be an ISO 639-1 code, like en";
    case "region":
      return "must be an ISO 3166-1 code, like US";
  }
}
