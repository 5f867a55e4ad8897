import { codeNames } from "./code-names";
import { DEFAULT_LANGUAGE } from "./languages";

/** What CLDR names among regions although it is no country: unions, the unknown one, and those that test software. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** The region of a code as ISO 3166-1 has it now: GB for UK, DE for DD; null where there is none. */
export function knownRegion(code: string | null | undefined): string | null {
  if (!/^[a-z]{2}$/i.test(code ?? "")) return null;
  // CLDR, which the locale asks, knows what codes that are no more have become.
  const { region = "ZZ" } = new Intl.Locale(`und-${code}`);
  const isNamed = codeNames(DEFAULT_LANGUAGE, "region")(region) !== region;
  return isNamed && !NO_COUNTRIES.has(region) ? region : null;
}
