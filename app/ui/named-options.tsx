import { codeNames } from "@/app/i18n/code-names";
import { useI18n } from "@/app/i18n/i18n";
import { LANGUAGE_CODES, LANGUAGES } from "@/app/i18n/languages";

interface Props {
  type: "language" | "region";
  /** ISO 639-1, with a region or without, or ISO 3166-1. Each is offered once, and what is empty not at all. */
  codes: readonly string[];
}

/** The code by which a language of ours is named without its region: German, and not German as in Germany. */
function ownCode(code: string): string {
  const ours = LANGUAGE_CODES.find((language) => LANGUAGES[language].tmdb === code);
  return ours ?? code;
}

/** Languages or regions as options of a select, named and sorted as in the visitor's language. */
export function NamedOptions({ type, codes }: Props) {
  const { language } = useI18n();
  const nameOf = codeNames(language, type);
  return [...new Set(codes)]
    .filter((code) => code !== "")
    .map((code) => ({ code, name: nameOf(ownCode(code)) }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
    .map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
}
