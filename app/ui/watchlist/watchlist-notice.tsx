"use client";

import { dismiss, useWatchlist } from "./watchlist";
import styles from "./watchlist-notice.module.css";

interface Props {
  words: Readonly<Record<"forbidden" | "full" | "unreachable" | "close", string>>;
}

/** Says, on whatever page, that a change of the watchlist was not kept. */
export function WatchlistNotice({ words }: Props) {
  const { refused } = useWatchlist();
  if (refused === null) return null;
  return (
    <div className={styles.notice} role="alert">
      <p>{words[refused]}</p>
      <button type="button" onClick={dismiss}>
        {words.close}
      </button>
    </div>
  );
}
