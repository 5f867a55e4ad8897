"use client";

import { usePathname, useSearchParams } from "next/navigation";

import { addressIn, splitLanguage } from "@/app/i18n/address";
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, LANGUAGES, type Language } from "@/app/i18n/languages";

import styles from "./language-menu.module.css";

/** The page one is on, in each language. A full load: the frame around the page changes too. */
export function LanguageMenu({ label, current }: { label: string; current: Language }) {
  const { path } = splitLanguage(usePathname());
  const query = useSearchParams().toString();
  const here = query === "" ? path : `${path}?${query}`;
  // The default language is named, which tells the server that it was chosen.
  const address = (code: Language) =>
    code === DEFAULT_LANGUAGE ? `/${code}${here === "/" ? "" : here}` : addressIn(code, here);
  return (
    <nav aria-label={label} className={styles.languages}>
      {LANGUAGE_CODES.map((code) => (
        <a
          key={code}
          href={address(code)}
          lang={code}
          hrefLang={code}
          aria-current={code === current ? "true" : undefined}
        >
          {LANGUAGES[code].name}
        </a>
      ))}
    </nav>
  );
}
