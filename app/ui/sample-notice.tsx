import { comesFromTmdb } from "@/lib/settings";

import styles from "./sample-notice.module.css";

/** Says when films do not come from TMDB itself, and how to change that. */
export function SampleNotice() {
  if (comesFromTmdb()) return null;
  return (
    <aside className={styles.notice} aria-label="About this catalogue">
      <p>
        <strong>Sample catalogue</strong>, not TMDB. To search the real one, start this app with{" "}
        <code>TMDB_READ_KEY</code> set.
      </p>
    </aside>
  );
}
