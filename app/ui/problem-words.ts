import type { I18n } from "@/app/i18n/i18n";
import { en } from "@/app/i18n/messages/en";
import type { Problem } from "@/lib/http/problem";
import type { Rule } from "@/lib/http/rule";

type Kind = Exclude<keyof typeof en.problems, "retry" | "report" | "patience" | "retrying" | "bad-parameter">;
const isKnown = (kind: string): kind is Kind => Object.hasOwn(en.problems, kind);

/** The message that names the field of a form by its parameter. */
const LABELS = {
  query: "search.label",
  year: "search.year",
  language: "search.titlesIn",
  region: "region.name",
  genre: "lists.genres",
  fromYear: "discover.fromYear",
  toYear: "discover.toYear",
  originalLanguage: "discover.originalLanguage",
  minRating: "discover.minRating",
  sort: "discover.sort",
} as const;
const isLabelled = (parameter: string): parameter is keyof typeof LABELS => Object.hasOwn(LABELS, parameter);

/** A parameter as its field is called; one that no form has by its own name. */
const fieldName = (parameter: string, { t }: I18n): string =>
  isLabelled(parameter) ? t(LABELS[parameter]) : parameter;

/** What is allowed of a field, in a sentence of the visitor's language. */
function ruleWords(field: string, rule: Rule, i18n: I18n): string {
  const { t } = i18n;
  switch (rule.kind) {
    case "whole":
    case "length": {
      const [from, to] = [String(rule.from), String(rule.to)];
      return t(`problems.bad-parameter.rules.${rule.kind}`, { field, from, to });
    }
    case "no-controls":
      return t("problems.bad-parameter.rules.noControls", { field });
    case "utf-8":
      return t("problems.bad-parameter.rules.utf8", { field });
    case "once":
      return t("problems.bad-parameter.rules.once", { field });
    case "ids":
      return t("problems.bad-parameter.rules.ids", { field, most: String(rule.most) });
    case "one-of":
      return t("problems.bad-parameter.rules.oneOf", { field });
    case "order":
      return t("problems.bad-parameter.rules.order", { field, other: fieldName(rule.other, i18n) });
    case "language":
      return t("problems.bad-parameter.rules.language", { field, example: rule.region ? "en-US" : "en" });
    case "region":
      return t("problems.bad-parameter.rules.region", { field, example: "US" });
  }
}

/** A problem in the visitor's language; one that has no words there in those that programs get. */
export function problemWords(
  { kind, title, detail, members, rule }: Problem,
  i18n: I18n,
): { title: string; detail: string } {
  const { t } = i18n;
  if (kind === "bad-parameter" && rule) {
    const field = fieldName(String(members?.parameter), i18n);
    return { title: t(`problems.${kind}.title`), detail: ruleWords(field, rule, i18n) };
  }
  if (!isKnown(kind)) return { title, detail };
  return { title: t(`problems.${kind}.title`), detail: t(`problems.${kind}.detail`) };
}
