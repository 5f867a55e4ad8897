"use client";

import { usePathname } from "next/navigation";

import { splitLanguage } from "@/app/i18n/address";
import { FAILURE_WORDS } from "@/app/i18n/failure-words";
import { DEFAULT_LANGUAGE } from "@/app/i18n/languages";

import buttons from "./button.module.css";

/** Says that rendering has failed, in the language of the address, and lets the visitor try again. */
export function Failure({ digest }: { digest: string | undefined }) {
  const { language } = splitLanguage(usePathname());
  const words = FAILURE_WORDS[language ?? DEFAULT_LANGUAGE];
  return (
    <div role="alert">
      <h1>{words.title}</h1>
      <p>{words.logged}</p>
      {digest === undefined ? null : (
        <p>
          {words.reference}: <code>{digest}</code>
        </p>
      )}
      <p>
        {/* A full load: what failed on the server is asked for again. */}
        <button type="button" className={buttons.button} onClick={() => window.location.reload()}>
          {words.retry}
        </button>
      </p>
    </div>
  );
}
