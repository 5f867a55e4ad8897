import styles from "./panel.module.css";

interface Props {
  label: string;
  clearLabel: string;
  searches: readonly string[];
  onChoose: (query: string) => void;
  onClear: () => void;
}

/** The searches that were sent from this browser, under an empty field. */
export function RecentList({ label, clearLabel, searches, onChoose, onClear }: Props) {
  return (
    <div className={styles.panel} role="group" aria-label={label}>
      {searches.map((query) => (
        <button key={query} type="button" className={styles.option} onClick={() => onChoose(query)}>
          <span dir="auto">{query}</span>
        </button>
      ))}
      <button type="button" className={`${styles.option} ${styles.clear}`} onClick={onClear}>
        {clearLabel}
      </button>
    </div>
  );
}
