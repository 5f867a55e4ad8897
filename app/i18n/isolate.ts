import type { LanguageFacts } from "./languages";

/** Hebrew, Arabic and the other scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LETTER = /\p{L}/u;

/**
 * A text as it stands within a sentence of this direction: where its own direction may be another, between the marks
 * that keep brackets, quotes and digits around it in their places (U+2068 and U+2069, Unicode Standard Annex #9).
 */
export function isolate(text: string, direction: LanguageFacts["direction"]): string {
  const mayDiffer = direction === "rtl" ? LETTER.test(text) : RIGHT_TO_LEFT.test(text);
  return mayDiffer ? `\u2068${text}\u2069` : text;
}
