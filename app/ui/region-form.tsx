import { codeNames } from "@/app/i18n/code-names";
import { useI18n } from "@/app/i18n/i18n";

import buttons from "./button.module.css";
import fields from "./field.module.css";
import styles from "./region-form.module.css";
import { RegionSelect } from "./region-select";

interface Props {
  /** The page that is shown for another region, in the visitor's language. */
  action: string;
  /** ISO 3166-1: the one that it is shown for now. */
  region: string;
  /** Those that can be chosen. */
  regions: readonly string[];
}

/** The region that a page is for, and a way to another where there is one; it works without JavaScript. */
export function RegionForm({ action, region, regions }: Props) {
  const { t, language } = useI18n();
  const choices = [...new Set([...regions, region])];
  if (choices.length === 1) {
    return (
      <p>
        {t("region.name")} <strong>{codeNames(language, "region")(region)}</strong>
      </p>
    );
  }
  return (
    // The key: a browser keeps what was chosen where only the page around it changes.
    <form key={region} action={action} method="get" className={`${fields.line} ${styles.form}`}>
      <label className={fields.label}>
        {t("region.name")}
        <RegionSelect language={language} region={region} regions={choices.join(" ")} />
      </label>
      <button type="submit" className={buttons.button}>
        {t("region.show")}
      </button>
    </form>
  );
}
