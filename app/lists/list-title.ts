import { codeNames } from "../i18n/code-names";
import type { I18n } from "../i18n/i18n";

import { LISTS, type ListName } from "./lists";

/** The list's name, with that of the region whose cinemas show its films. */
export function listTitle(
  name: ListName,
  region: string,
  { t, language }: Pick<I18n, "t" | "language">,
): string {
  const list = t(`lists.${LISTS[name].title}`);
  if (!LISTS[name].regional) return list;
  return t("lists.inRegion", { list, region: codeNames(language, "region")(region) });
}
