import type { Answer } from "@/lib/movies";

import styles from "./source-notice.module.css";

const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** An age in the largest unit that fits, for example "2 minutes ago". */
function ago(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 1];
  if (seconds < 1) return "just now";
  return new Intl.RelativeTimeFormat("en", { numeric: "always" }).format(-Math.floor(seconds / size), unit);
}

interface Props {
  cache: Answer<unknown>["cache"];
  /** What was found, said before where it came from. */
  found?: string;
}

/** Says where an answer came from, how old it is and which hit it was. */
export function SourceNotice({ cache, found }: Props) {
  const { source, hits, stale, fetchedAt, answeredAt } = cache;
  const from =
    source === "tmdb" ? "From TMDB" : `From cache, ${hits === null ? "hit not counted" : `hit ${hits}`}`;
  return (
    <div className={styles.notice} role="status">
      {found === undefined ? null : <p className={styles.found}>{found}</p>}
      <p className={stale ? styles.stale : styles.source}>
        {from} · fetched {ago(answeredAt - fetchedAt)}
        {stale ? " · TMDB can’t be asked right now, so this copy is shown" : null}
      </p>
    </div>
  );
}
