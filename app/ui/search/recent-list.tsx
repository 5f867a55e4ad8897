import type { KeyboardEvent, MouseEvent } from "react";

import styles from "./panel.module.css";

/** Safari gives a button no focus: the field would lose it, and this list with it, before the click. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

interface Props {
  label: string;
  clearLabel: string;
  searches: readonly string[];
  onChoose: (query: string) => void;
  onClear: () => void;
  onEscape: () => void;
}

/** The searches that were sent from this browser, under an empty field. */
export function RecentList({ label, clearLabel, searches, onChoose, onClear, onEscape }: Props) {
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Escape") onEscape();
  };
  return (
    <div className={styles.panel} role="group" aria-label={label}>
      {searches.map((query) => (
        <button
          key={query}
          type="button"
          className={styles.option}
          onMouseDown={keepFocus}
          onClick={() => onChoose(query)}
          onKeyDown={onKeyDown}
        >
          <span dir="auto">{query}</span>
        </button>
      ))}
      <button
        type="button"
        className={`${styles.option} ${styles.clear}`}
        onMouseDown={keepFocus}
        onClick={onClear}
        onKeyDown={onKeyDown}
      >
        {clearLabel}
      </button>
    </div>
  );
}
