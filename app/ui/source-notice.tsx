import type { I18n } from "@/app/i18n/i18n";
import { useI18n } from "@/app/i18n/i18n";
import type { Answer } from "@/lib/movies";

import styles from "./source-notice.module.css";

const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** An age in the largest unit that fits, for example "2 minutes ago". */
function ago(milliseconds: number, { t, language }: I18n): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 1];
  if (seconds < 1) return t("source.justNow");
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(
    -Math.floor(seconds / size),
    unit,
  );
}

interface Props {
  cache: Answer<unknown>["cache"];
  /** What was found, said before where it came from. */
  found?: string;
  /** For a page's second answer: only one region of a page speaks up. */
  quiet?: boolean;
  /** For the region of a page that says the same where it is seen. */
  unseen?: boolean;
}

/** Says where an answer came from, how old it is and which hit it was. */
export function SourceNotice({ cache, found, quiet = false, unseen = false }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { source, hits, stale, fetchedAt, answeredAt } = cache;
  const from =
    source === "tmdb"
      ? t("source.tmdb")
      : hits === null
        ? t("source.uncounted")
        : t("source.hit", { hits: String(hits) });
  return (
    <div className={unseen ? "visually-hidden" : styles.notice} {...(quiet ? {} : { role: "status" })}>
      {found === undefined ? null : <p className={styles.found}>{found}</p>}
      <p className={stale ? styles.stale : styles.source}>
        {from} · {t("source.fetched", { ago: ago(answeredAt - fetchedAt, i18n) })}
        {stale ? ` · ${t("source.stale")}` : null}
      </p>
    </div>
  );
}
