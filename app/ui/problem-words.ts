import type { I18n } from "@/app/i18n/i18n";
import { en } from "@/app/i18n/messages/en";
import type { Problem } from "@/lib/http/problem";

type Kind = Exclude<keyof typeof en.problems, "retry" | "patience" | "retrying" | "bad-parameter">;
const isKnown = (kind: string): kind is Kind => Object.hasOwn(en.problems, kind);

/** A problem in the visitor's language; one that has no words there in those that programs get. */
export function problemWords(
  { kind, title, detail, members }: Problem,
  { t, language }: I18n,
): { title: string; detail: string } {
  if (kind === "bad-parameter") {
    const parameter = String(members?.parameter);
    const rule = language === "en" ? detail : t(`problems.${kind}.detail`, { parameter });
    return { title: t(`problems.${kind}.title`), detail: rule };
  }
  if (!isKnown(kind)) return { title, detail };
  return { title: t(`problems.${kind}.title`), detail: t(`problems.${kind}.detail`) };
}
