import { codeNames } from "@/app/i18n/code-names";
import { useI18n } from "@/app/i18n/i18n";
import buttons from "@/app/ui/button.module.css";

import styles from "./region-form.module.css";

interface Props {
  /** The page that is shown for another region, with the place on it. */
  address: string;
  /** ISO 3166-1. */
  region: string;
  /** Those that can be chosen. */
  regions: readonly string[];
}

/** The region that a page is for, and a way to another where there is one. */
export function RegionForm({ address, region, regions }: Props) {
  const { t, language } = useI18n();
  const nameOf = codeNames(language, "region");
  const options = [...new Set([...regions, region])]
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  if (options.length === 1) {
    return (
      <p>
        {t("film.region")} <strong>{nameOf(region)}</strong>
      </p>
    );
  }
  return (
    <form action={address} className={styles.form}>
      <label>
        {t("film.region")}
        {/* A browser that fills in what was chosen before would name a region that is not shown. */}
        <select name="region" defaultValue={region} autoComplete="off">
          {options.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={buttons.button}>
        {t("film.showRegion")}
      </button>
    </form>
  );
}
