"use client";

import type { ListedFilm } from "./film";
import { toggle, useWatchlist } from "./watchlist";
import styles from "./watchlist-toggle.module.css";

interface Props {
  film: ListedFilm;
  /** The name of the button, with {title} for the film's title. */
  name: string;
  /** What is written beside the bookmark; without it the button lies on a card. */
  text?: string;
}

/** Puts a film on the watchlist and takes it off. It waits until the list is known, and is not there without JavaScript. */
export function WatchlistToggle({ film, name, text }: Props) {
  const { state, ids } = useWatchlist();
  return (
    <button
      type="button"
      className={text === undefined ? styles.onCard : styles.wide}
      aria-label={name.replace("{title}", () => film.title)}
      aria-pressed={ids.has(film.id)}
      disabled={state === "unknown"}
      onClick={() => void toggle(film)}
    >
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M6.5 3.5h11v16.7L12 16.8l-5.5 3.4z" />
      </svg>
      {text}
    </button>
  );
}
