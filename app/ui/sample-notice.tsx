import { comesFromTmdb } from "@/lib/settings";

import styles from "./sample-notice.module.css";

/** Says when films do not come from TMDB itself, and how to change that. */
export function SampleNotice() {
  if (comesFromTmdb()) return null;
  return (
    <aside className={styles.notice} aria-label="About this catalogue">
      <p>
        These films come from a stand-in for TMDB, such as the <strong>sample catalogue</strong>. To search
        TMDB itself, start this app with <code>TMDB_READ_KEY</code> set and <code>TMDB_API_URL</code> not set.
      </p>
    </aside>
  );
}
