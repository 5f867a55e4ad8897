import styles from "./rating.module.css";

/** How a rating is written. */
export const RATING_FORMAT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/**
 * A rating beside its star.
 *
 * @param words what is read out instead
 */
export function RatingMark({ value, words }: { value: string; words: string }) {
  return (
    <span className={styles.rating}>
      <span aria-hidden="true">{value}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
