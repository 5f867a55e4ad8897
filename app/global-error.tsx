"use client";

import { usePathname } from "next/navigation";

import { splitLanguage } from "./i18n/address";
import { DEFAULT_LANGUAGE } from "./i18n/languages";
import { Failure } from "./ui/failure";

interface Props {
  error: Error & { digest?: string };
}

/** The last resort, when even the layout fails: plain HTML that needs nothing. */
export default function GlobalError({ error }: Props) {
  const { language } = splitLanguage(usePathname());
  return (
    <html lang={language ?? DEFAULT_LANGUAGE}>
      <body
        style={{
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
