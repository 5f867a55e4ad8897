import { cache, use } from "react";

import { createFormatter, createTranslator } from "use-intl/core";

import { currentVisitor } from "../visitor";
import { addressIn } from "./address";
import { isolate } from "./isolate";
import { LANGUAGES, type Language, type LanguageFacts } from "./languages";
import { MESSAGES } from "./messages";
import type { en } from "./messages/en";

/** What a server component needs to speak the visitor's language. Nothing of it reaches the browser. */
export interface I18n extends LanguageFacts {
  readonly language: Language;
  /** The words of a message, with its arguments put in, whatever their direction. */
  readonly t: Translator;
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

type Translator = ReturnType<typeof translator>;
type Translate = (key: string, values?: Readonly<Record<string, unknown>>, ...rest: unknown[]) => unknown;

/** The same translator, whose arguments do not disturb the sentences that they are put into. */
function isolating(t: Translator, { direction }: LanguageFacts): Translator {
  const around =
    (translate: Translate): Translate =>
    (key, values = {}, ...rest) => {
      const isolated = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "string" ? isolate(value, direction) : value,
      ]);
      return translate(key, Object.fromEntries(isolated), ...rest);
    };
  // The compiler knows which arguments belong to which message; here they are all alike.
  const plain = around(t as unknown as Translate);
  return Object.assign(plain, {
    ...t,
    rich: around(t.rich as unknown as Translate),
  }) as unknown as Translator;
}

const made = new Map<Language, I18n>();

/** The interface in one language. */
export function i18nOf(language: Language): I18n {
  const known = made.get(language);
  if (known) return known;
  const i18n: I18n = {
    ...LANGUAGES[language],
    language,
    t: isolating(translator(language), LANGUAGES[language]),
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
