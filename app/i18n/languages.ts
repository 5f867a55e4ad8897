/** A language that the interface speaks. */
export interface LanguageFacts {
  /** In the language itself. */
  readonly name: string;
  /** What TMDB is asked for: ISO 639-1 with a region. */
  readonly tmdb: string;
  /** ISO 3166-1, for whoever has told no region. */
  readonly region: string;
  readonly direction: "ltr" | "rtl";
}

export const LANGUAGES = {
  en: { name: "English", tmdb: "en-US", region: "US", direction: "ltr" },
  de: { name: "Deutsch", tmdb: "de-DE", region: "DE", direction: "ltr" },
  fr: { name: "Français", tmdb: "fr-FR", region: "FR", direction: "ltr" },
  es: { name: "Español", tmdb: "es-ES", region: "ES", direction: "ltr" },
  ar: { name: "العربية", tmdb: "ar-SA", region: "SA", direction: "rtl" },
} as const satisfies Record<string, LanguageFacts>;

/** ISO 639-1. */
export type Language = keyof typeof LANGUAGES;

/** Of addresses that name no language. */
export const DEFAULT_LANGUAGE: Language = "en";

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

/** Whether the interface speaks the language of this code. */
export function isLanguage(code: string | null | undefined): code is Language {
  return typeof code === "string" && Object.hasOwn(LANGUAGES, code);
}
