// The data was once saved as Latin-1 and read as Mac Roman, which is how "é" became "È".
const MISREAD: Readonly<Record<string, string>> = {
  "·": "á",
  "‡": "à",
  "‰": "ä",
  È: "é",
  Ë: "è",
  Í: "ê",
  Î: "ë",
  Û: "ó",
  Ù: "ô",
  "˘": "ù",
  Ö: "…",
  Ω: "½",
};

const TRAILING_ARTICLE = /^(.+), (The|A|An|Das)$/;
const NOTE = / \((?:IMAX|\d{4}|[^()]* Release)\)$/;

/**
 * Returns a title as it stands on a poster: misread letters repaired, "Secret, The" turned around, notes such as
 * "(1933)" or "(IMAX)" removed; null when there is no title. Some titles are numbers in the data (1776).
 */
export function cleanTitle(raw: string | number | null): string | null {
  if (raw === null) return null;
  const title = String(raw)
    .replace(/[·‡‰ÈËÍÎÛÙ˘ÖΩ]/g, (letter) => MISREAD[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim()
    .replace(NOTE, "")
    .replace(TRAILING_ARTICLE, "$2 $1");
  return title === "" ? null : title;
}
