"use client";

import { codeNames } from "@/app/i18n/code-names";
import type { Language } from "@/app/i18n/languages";

import fields from "./field.module.css";

interface Props {
  language: Language;
  /** ISO 3166-1. */
  region: string;
  /** Those that can be chosen, with a space between any two. */
  regions: string;
}

/**
 * Regions by name. Some films are known of in more than a hundred: in the browser, which has their names, so that the
 * page need not bring them a second time for React.
 */
export function RegionSelect({ language, region, regions }: Props) {
  const nameOf = codeNames(language, "region");
  const options = regions
    .split(" ")
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  return (
    // A browser that fills in what was chosen before would name a region that is not shown.
    <select name="region" defaultValue={region} autoComplete="off" className={fields.field}>
      {options.map(({ code, name }) => (
        // The browser may know another name for a region than the server: the server's stays.
        <option key={code} value={code} suppressHydrationWarning>
          {name}
        </option>
      ))}
    </select>
  );
}
