import Negotiator from "negotiator";

import { DEFAULT_LANGUAGE, LANGUAGE_CODES, isLanguage, type Language } from "./languages";
import { knownRegion } from "./region";

/** The language of ours that suits the header best (RFC 9110, section 12.5.4); the default one where none does. */
export function negotiateLanguage(acceptLanguage: string | null): Language {
  if (acceptLanguage === null) return DEFAULT_LANGUAGE;
  const negotiator = new Negotiator({ headers: { "accept-language": acceptLanguage } });
  const [best] = negotiator.languages([...LANGUAGE_CODES]);
  return isLanguage(best) ? best : DEFAULT_LANGUAGE;
}

/** The first region there is that the header names, for example AT in `de-AT, en;q=0.5`; null where it names none. */
export function regionOf(acceptLanguage: string | null): string | null {
  if (acceptLanguage === null) return null;
  const wanted = new Negotiator({ headers: { "accept-language": acceptLanguage } }).languages();
  for (const tag of wanted) {
    const [, code] = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})$/i.exec(tag) ?? [];
    const region = knownRegion(code);
    if (region !== null) return region;
  }
  return null;
}
