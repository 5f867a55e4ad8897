import type { I18n } from "@/app/i18n/i18n";

/** A window as people say it: in minutes where they are whole, else in seconds. */
export function windowWords(milliseconds: number, { format }: Pick<I18n, "format">): string {
  const seconds = milliseconds / 1000;
  const [value, unit] =
    seconds % 60 === 0 ? ([seconds / 60, "minute"] as const) : ([seconds, "second"] as const);
  return format.number(value, { style: "unit", unit, unitDisplay: "long" });
}
