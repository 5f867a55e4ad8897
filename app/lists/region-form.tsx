import { COMMON_REGIONS } from "../i18n/common-codes";
import { useI18n } from "../i18n/i18n";
import buttons from "../ui/button.module.css";
import fields from "../ui/field.module.css";
import { NamedOptions } from "../ui/named-options";
import styles from "./region-form.module.css";

interface Props {
  /** The address of the list, in the visitor's language. */
  action: string;
  /** ISO 3166-1: whose cinemas are shown now. */
  region: string;
}

/** Says whose cinemas are shown, and changes it; it works without JavaScript. */
export function RegionForm({ action, region }: Props) {
  const { t } = useI18n();
  return (
    // The key: a browser keeps what was chosen where only the page around it changes.
    <form
      key={region}
      action={action}
      method="get"
      autoComplete="off"
      className={`${fields.line} ${styles.form}`}
    >
      <label className={fields.label}>
        {t("lists.region")}
        <select name="region" defaultValue={region} className={fields.field}>
          <NamedOptions type="region" codes={[...COMMON_REGIONS, region]} />
        </select>
      </label>
      <button type="submit" className={buttons.button}>
        {t("lists.show")}
      </button>
    </form>
  );
}
