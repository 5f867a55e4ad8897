import type { Language } from "./languages";

/**
 * Names languages (ISO 639-1) or regions (ISO 3166-1) in a language. A code that has no name is its own: TMDB has some
 * that are none, for example "xx" for a film without words.
 */
export function codeNames(language: Language, type: "language" | "region"): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch (error) {
      if (error instanceof RangeError) return code;
      throw error;
    }
  };
}
