import type { I18n } from "@/app/i18n/i18n";

const parts = (runtime: number) => ({ hours: Math.floor(runtime / 60), minutes: runtime % 60 });

/** A running time in minutes as people say it, for example "2 h 16 min". */
export function runtimeWords(runtime: number, { t, format }: Pick<I18n, "t" | "format">): string {
  const hours = format.number(parts(runtime).hours);
  const minutes = format.number(parts(runtime).minutes);
  if (runtime < 60) return t("film.runtimeMinutes", { minutes });
  return runtime % 60 === 0 ? t("film.runtimeHours", { hours }) : t("film.runtime", { hours, minutes });
}

/** A running time in minutes as ISO 8601 writes a duration, for example "PT2H16M". */
export function isoDuration(runtime: number): string {
  const { hours, minutes } = parts(runtime);
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}`;
}
