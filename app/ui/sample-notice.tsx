import { useI18n } from "@/app/i18n/i18n";
import { comesFromTmdb } from "@/lib/settings";

import styles from "./sample-notice.module.css";

/** Says when films do not come from TMDB itself, and how to change that. */
export function SampleNotice() {
  const { t } = useI18n();
  if (comesFromTmdb()) return null;
  return (
    <aside className={styles.notice} aria-label={t("site.sampleLabel")}>
      <p>
        {t.rich("site.sample", {
          strong: (words) => <strong>{words}</strong>,
          key: (words) => <code>{words}</code>,
          url: (words) => <code>{words}</code>,
        })}
      </p>
    </aside>
  );
}
