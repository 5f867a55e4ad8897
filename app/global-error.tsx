"use client";

import { usePathname } from "next/navigation";

import { splitLanguage } from "./i18n/address";
import { FAILURE_WORDS } from "./i18n/failure-words";
import { DEFAULT_LANGUAGE, LANGUAGES } from "./i18n/languages";
import { COLOURS } from "./ui/colours";
import { Failure } from "./ui/failure";

interface Props {
  error: Error & { digest?: string };
}

/** What the button asks for, which the theme sets everywhere else. */
const VARIABLES = {
  "--mui-palette-primary-main": COLOURS.light.primary.main,
  "--mui-palette-primary-contrastText": COLOURS.light.primary.contrastText,
  "--mui-palette-text-primary": COLOURS.light.text.primary,
};

/** The last resort, when even the layout fails: plain HTML that needs nothing. */
export default function GlobalError({ error }: Props) {
  const { language } = splitLanguage(usePathname());
  const shown = language ?? DEFAULT_LANGUAGE;
  return (
    <html lang={shown} dir={LANGUAGES[shown].direction}>
      <head>
        <title>{FAILURE_WORDS[shown].title}</title>
      </head>
      <body
        style={{
          ...VARIABLES,
          font: "1.1rem/1.5 system-ui, sans-serif",
          margin: "3rem auto",
          maxWidth: "40rem",
          padding: "0 1rem",
        }}
      >
        <Failure digest={error.digest} />
      </body>
    </html>
  );
}
