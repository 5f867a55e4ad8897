import { cache, use } from "react";

import { createFormatter, createTranslator } from "use-intl/core";

import { currentVisitor } from "../visitor";
import { addressIn } from "./address";
import { LANGUAGES, type Language, type LanguageFacts } from "./languages";
import { MESSAGES } from "./messages";
import type { en } from "./messages/en";

/** What a server component needs to speak the visitor's language. Nothing of it reaches the browser. */
export interface I18n extends LanguageFacts {
  readonly language: Language;
  /** The words of a message, with its arguments put in. */
  readonly t: ReturnType<typeof translator>;
  /** Dates (in UTC, as TMDB has days and not moments), numbers and lists as people write them. */
  readonly format: ReturnType<typeof createFormatter>;
  /** The address of one of our pages in this language. */
  href(address: string): string;
}

function translator(language: Language) {
  return createTranslator<typeof en>({
    locale: language,
    // All have the shape of the English ones, whose arguments are known to the compiler.
    messages: MESSAGES[language] as typeof en,
    timeZone: "UTC",
  });
}

const made = new Map<Language, I18n>();

/** The interface in one language. */
export function i18nOf(language: Language): I18n {
  const known = made.get(language);
  if (known) return known;
  const i18n: I18n = {
    ...LANGUAGES[language],
    language,
    t: translator(language),
    format: createFormatter({ locale: language, timeZone: "UTC" }),
    href: (address) => addressIn(language, address),
  };
  made.set(language, i18n);
  return i18n;
}

/** The interface in the language of this request. */
export const getI18n = cache(async (): Promise<I18n> => i18nOf((await currentVisitor()).language));

/** The same for server components that are not async. */
export function useI18n(): I18n {
  return use(getI18n());
}
