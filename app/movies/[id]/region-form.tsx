import { codeNames } from "@/app/i18n/code-names";
import { useI18n } from "@/app/i18n/i18n";
import buttons from "@/app/ui/button.module.css";

import styles from "./region-form.module.css";
import { RegionSelect } from "./region-select";

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
  const choices = [...new Set([...regions, region])];
  if (choices.length === 1) {
    return (
      <p>
        {t("film.region")} <strong>{codeNames(language, "region")(region)}</strong>
      </p>
    );
  }
  return (
    <form action={address} className={styles.form}>
      <label>
        {t("film.region")}
        <RegionSelect language={language} region={region} regions={choices.join(" ")} />
      </label>
      <button type="submit" className={buttons.button}>
        {t("film.showRegion")}
      </button>
    </form>
  );
}
